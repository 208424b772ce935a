import type { DeskFilter, DeskStanding } from '#approvals/desk-wish.ts';
import { isFinal, type RequestState } from '#approvals/state.ts';
import type { PlannedRequest } from './ports/requests.ts';

export const familyOf = ({ terms }: PlannedRequest): string => terms.plan.operation.split('.')[0] ?? '';

function standingOf(state: RequestState): DeskStanding {
  if (!isFinal(state)) return 'open';
  return state === 'succeeded' || state === 'simulated' ? 'done' : 'not done';
}

export function fits(filter: DeskFilter, record: PlannedRequest): boolean {
  const { plan } = record.terms;
  return (
    (filter.family === null || filter.family === familyOf(record)) &&
    (filter.project === null || filter.project === plan.project?.id) &&
    (filter.tier === null || filter.tier === plan.tier) &&
    (filter.standing === null || filter.standing === standingOf(record.state))
  );
}

/** One page of a list that was read whole. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export function pageOf<Item>(all: readonly Item[], { page, size }: { page: number; size: number }): Paged<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { items: all.slice(at * size, (at + 1) * size), page: at, pages, total: all.length };
}
