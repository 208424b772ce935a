import { operationId, type RequestId } from '#domain/ids.ts';
import { invariant } from '#domain/invariant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { DeskOperation } from '#policy/powers-alone.ts';
import { noted } from '../admit.ts';
import { checkInput } from '../check-input.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import { planAndJudge } from '../plan-and-judge.ts';
import { understandWords } from '../resolve-input.ts';
import type { Caller, Failed, Resolution } from '../use-cases.ts';
import { visitOf } from './visit.ts';

export interface WantedStop {
  readonly token: string;
  readonly operation: DeskOperation;
  /** By field, as picked or typed. */
  readonly words: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** Of what was picked or typed and not understood, the first thing to say. */
function notUnderstood({ missing, problems }: Resolution): Refusal | null {
  const [problem] = problems;
  if (problem === undefined && missing.length === 0) return null;
  const rule = problem?.sentence ?? `Pick the ${missing.join(' and the ')} first.`;
  return refuse('desk.input', { what: 'Nothing was stopped yet.', rule });
}

/** Plans what somebody wants to stop and keeps it as a draft of theirs. It becomes a request only with their signature over its digest. */
export async function prepareStop(
  house: House,
  wanted: WantedStop,
): Promise<{ readonly kind: 'prepared'; readonly requestId: RequestId } | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const visit = await visitOf(house, wanted.token);
    if (isRefusal(visit)) return visit;
    const { slackId } = visit.person;
    const caller: Caller = { slackId, teamId: null, via: 'desk', deliveryKey: null };
    const operation = findOperation(operationId(wanted.operation));
    invariant(operation !== null, 'The desk is for operations of the catalogue');
    const context = { priority: 'click', cause: `person:${slackId}` } as const;
    const understood = await understandWords(visit.house, {
      operation,
      words: wanted.words,
      context,
      person: visit.person,
    });
    const unclear = notUnderstood(understood);
    if (unclear !== null) return unclear;
    const ask = { operationId: operation.id, input: understood.input, reason: wanted.reason };
    const checked = checkInput(ask, operation.kind);
    if (isRefusal(checked)) return noted(house, caller, checked);
    const draft = {
      ...checked,
      requester: visit.person,
      caller,
      follows: null,
      emergency: null,
      confidential: false,
      isAtDesk: true,
    } as const;
    const record = await planAndJudge(visit.house, draft);
    if (isRefusal(record)) return noted(house, caller, record);
    await house.store.transact((tx) => tx.requests.insert(record));
    return { kind: 'prepared', requestId: record.terms.id };
  });
}
