import { isFinal } from '#approvals/state.ts';
import type { RequestId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { Failed } from '#workflow/use-cases.ts';
import type { Took } from './report.ts';
import type { Stage } from './stage.ts';
import type { Scene } from './story.ts';

/** What one scene came to. */
export type Ended = Pick<Took, 'state' | 'says'> & { readonly requestId: RequestId | null };

const sentenceOf = (no: Refusal | Failed): string => (no.kind === 'failed' ? no.sentence : `${no.what} ${no.rule}`);
const failed = (says: string): Ended => ({ state: 'failed', says, requestId: null });
const isNo = (answer: { readonly kind: string }): answer is Refusal | Failed =>
  answer.kind === 'refusal' || answer.kind === 'failed';

/** Waits until a request has ended; one that nobody decides in time is taken back. */
async function untilEnded(stage: Stage, id: RequestId): Promise<PlannedRequest | null> {
  const { house, useCases, requester } = stage;
  const until = house.clock.now() + stage.patienceMs;
  let record = await house.store.read.requests.find(id);
  while (record !== null && !isFinal(record.state)) {
    if (house.clock.now() > until) {
      await useCases.cancel({ requestId: id, caller: requester });
      return house.store.read.requests.find(id);
    }
    await stage.turn(record);
    record = await house.store.read.requests.find(id);
  }
  return record;
}

export interface Playing {
  readonly stage: Stage;
  readonly scene: Scene;
  /** What words cannot say: the request that this one is about. */
  readonly input: JsonObject;
  readonly words: Readonly<Record<string, string>>;
}

/** Asks like a person: draft, send, wait for others. */
export async function ask({ stage, scene, input, words }: Playing): Promise<Ended> {
  const { useCases, requester: caller } = stage;
  const operationId = scene.operation;
  const resolved = await useCases.resolve({ operationId, words, caller });
  if (isNo(resolved)) return failed(sentenceOf(resolved));
  const [problem] = resolved.problems;
  if (problem !== undefined) return failed(problem.sentence);
  const reason = 'rehearsal: trying this installation out';
  const drafted = await useCases.draft({ operationId, input: { ...resolved.input, ...input }, reason, caller });
  if (isNo(drafted)) {
    return { state: scene.mayBeRefused ? 'left-out' : 'failed', says: sentenceOf(drafted), requestId: null };
  }
  const requestId = drafted.picture.record.terms.id;
  const sent = await useCases.submit({ requestId, typedName: drafted.picture.typeToConfirm, caller });
  if (isNo(sent)) return failed(sentenceOf(sent));
  const ended = await untilEnded(stage, requestId);
  const isDone = ended?.state === 'succeeded' || ended?.state === 'simulated';
  return { state: isDone ? 'passed' : 'failed', says: ended?.outcome || (ended?.state ?? 'lost'), requestId };
}

/** A read answers at once; it counts when what this run made is in it. */
export async function look({ stage, scene, words }: Playing, name: string): Promise<Ended> {
  const { useCases, requester: caller } = stage;
  const resolved = await useCases.resolve({ operationId: scene.operation, words, caller });
  if (isNo(resolved)) return failed(sentenceOf(resolved));
  const seen = await useCases.read({ operationId: scene.operation, input: resolved.input, caller });
  if (isNo(seen)) return failed(sentenceOf(seen));
  return JSON.stringify(seen.view).includes(name)
    ? { state: 'passed', says: `${name} is in it.`, requestId: null }
    : failed(`${name} is not in it.`);
}
