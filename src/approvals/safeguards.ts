import { noSafeguards, type Safeguards } from '#policy/safeguards.ts';
import type { RequestTerms } from './request.ts';

/** What protected a request's decisions when it was asked for; nothing for one that is older than safeguards. */
export function safeguardsAsked({ safeguards }: Pick<RequestTerms<unknown>, 'safeguards'>): Safeguards {
  return { ...noSafeguards, ...safeguards };
}
