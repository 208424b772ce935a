import { type PersonId, type RequestId, shortRequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { RequestRecord, RequestTerms } from './request.ts';

type Record = Pick<RequestRecord<unknown>, 'terms' | 'state' | 'attempt' | 'endedAt'>;

const ran = new Set<string>(['succeeded', 'partial', 'failed']);

/**
 * When everybody may know of it; null where it does not stand so. What was never begun stays with those who knew: a suspicion that came to
 * nothing harms whoever it was about, and nothing was done that others would have to review.
 */
export function revealsAt({ terms, state, attempt, endedAt }: Record): Instant | null {
  if (terms.confidential === undefined || endedAt === null || attempt === 0 || !ran.has(state)) return null;
  return endedAt + terms.confidential.delayMs;
}

/** Whether it is to be kept from everybody whom it does not name. */
export function isHidden(record: Record, now: Instant): boolean {
  if (record.terms.confidential === undefined) return false;
  const at = revealsAt(record);
  return at === null || now < at;
}

/** The people out of these who were named for it; of a request that is not confidential, all. */
export function onlyNamed<Person extends { readonly person: PersonId }>(
  { confidential }: Pick<RequestTerms<unknown>, 'confidential'>,
  people: readonly Person[],
): readonly Person[] {
  if (confidential === undefined) return people;
  return people.filter(({ person }) => confidential.named.some((one) => one.person === person));
}

/** `7F3K`: all that a channel shows of it. Too short to be looked up by. */
export const confidentialCode = (id: RequestId): string => shortRequestId(id).slice(2, 6);
