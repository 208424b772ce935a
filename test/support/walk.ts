import type { RequestId } from '#domain/ids.ts';
import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { dayMs } from '#domain/instant.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { Handover } from '#workflow/handover.ts';
import type { ActOutcome, DraftOutcome } from '#workflow/use-cases.ts';
import { at, type Somebody } from './cast.ts';
import type { SmallHouse } from './small-house.ts';

const searchDev = { id: 'proj_dev', name: 'search-dev' };
const searchProd = { id: 'proj_prod', name: 'search-prod' };

/** What Erin usually asks for, by the name of the story. */
export const asks = {
  'revoke her key': {
    operationId: operationId('keys.revoke'),
    input: { key: { id: 'key_dev', name: 'erin-laptop', redacted: 'sk-proj-dev...aaaa', project: searchDev } },
  },
  'revoke in production': {
    operationId: operationId('keys.revoke'),
    input: { key: { id: 'key_prod', name: 'erin-prod', redacted: 'sk-proj-prd...bbbb', project: searchProd } },
  },
  'revoke one of two keys of an account': {
    operationId: operationId('keys.revoke'),
    input: { key: { id: 'key_rank_a', name: 'ranker-a', redacted: 'sk-svc-ra...cccc', project: searchDev } },
  },
  'revoke an account': {
    operationId: operationId('keys.revoke'),
    input: {
      key: { id: 'key_rank_a', name: 'ranker-a', redacted: 'sk-svc-ra...cccc', project: searchDev },
      withAccount: true,
    },
  },
  'a new key': {
    operationId: operationId('keys.issue'),
    input: { project: searchDev, name: 'nightly-eval', for: 30 * dayMs, access: 'requests' },
  },
} as const satisfies Record<string, { operationId: ReturnType<typeof operationId>; input: JsonObject }>;

export type Wish = keyof typeof asks;

const reason = 'laptop lost';

export function drafts(small: Pick<SmallHouse, 'useCases'>, wish: Wish, who: Somebody = 'erin'): Promise<DraftOutcome> {
  return small.useCases.draft({ ...asks[wish], reason, caller: at(who) });
}

/** The id of a draft that had to work. */
export async function drafted(
  small: Pick<SmallHouse, 'useCases'>,
  wish: Wish,
  who: Somebody = 'erin',
): Promise<RequestId> {
  const outcome = await drafts(small, wish, who);
  if (outcome.kind !== 'drafted') throw new Error(`Not drafted: ${JSON.stringify(outcome)}`);
  return outcome.picture.record.terms.id;
}

/** Asks and sends, typing the name if one is asked for. */
export async function requested(
  small: Pick<SmallHouse, 'useCases'>,
  wish: Wish,
  who: Somebody = 'erin',
): Promise<RequestId> {
  const outcome = await drafts(small, wish, who);
  if (outcome.kind !== 'drafted') throw new Error(`Not drafted: ${JSON.stringify(outcome)}`);
  const requestId = outcome.picture.record.terms.id;
  must(await small.useCases.submit({ requestId, typedName: outcome.picture.typeToConfirm, caller: at(who) }));
  return requestId;
}

interface Vote {
  readonly kind?: 'approve' | 'deny';
  readonly comment?: string;
  readonly digest?: string;
  readonly deliveryKey?: string;
}

export async function decides(
  small: Pick<SmallHouse, 'useCases' | 'store'>,
  requestId: RequestId,
  vote: Vote & { who: Somebody },
): Promise<ActOutcome> {
  const { who, kind = 'approve', comment = kind === 'deny' ? 'not now' : '', deliveryKey = null } = vote;
  const record = await recordOf(small, requestId);
  const digest = vote.digest ?? record.digest;
  return small.useCases.decide({ requestId, kind, comment, digest, caller: at(who, { deliveryKey }) });
}

/** A request that Bea has approved. */
export async function approved(
  small: Pick<SmallHouse, 'useCases' | 'store'>,
  wish: Wish,
  by: Somebody = 'bea',
): Promise<RequestId> {
  const requestId = await requested(small, wish);
  must(await decides(small, requestId, { who: by }));
  return requestId;
}

export async function recordOf(small: Pick<SmallHouse, 'store'>, requestId: RequestId): Promise<PlannedRequest> {
  const record = await small.store.read.requests.find(requestId);
  if (record === null) throw new Error(`There is no ${requestId}`);
  return record;
}

/** How the request stands, and what is said about it. */
export async function standing(
  small: Pick<SmallHouse, 'store'>,
  requestId: RequestId,
): Promise<{ state: string; outcome: string }> {
  const { state, outcome } = await recordOf(small, requestId);
  return { state, outcome };
}

export function must(outcome: ActOutcome): string {
  if (outcome.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(outcome)}`);
  return outcome.sentence;
}

/** Erin presses Make my key. `sees` is what became of showing it; the handovers she saw are answered with the outcome. */
export async function collects(
  small: Pick<SmallHouse, 'useCases'>,
  requestId: RequestId,
  how: { sees?: (handover: Handover) => Promise<boolean>; who?: Somebody } = {},
): Promise<{ readonly outcome: ActOutcome; readonly shown: readonly Handover[] }> {
  const shown: Handover[] = [];
  const outcome = await small.useCases.collect({
    requestId,
    caller: at(how.who ?? 'erin'),
    onWait: () => undefined,
    show: async (handover) => {
      const couldSee = (await how.sees?.(handover)) ?? true;
      if (couldSee) shown.push(handover);
      return couldSee;
    },
  });
  return { outcome, shown };
}
