import { type Instant, minuteMs, roughly } from '#domain/instant.ts';
import type { ViewPart } from './view.ts';

/** How old a list is, said below it: nobody should take an old list for the present. */
export function whenRead(asOf: Instant | null, now: Instant): ViewPart {
  if (asOf === null)
    return { part: 'note', text: 'This list could not be read from OpenAI yet. Try again in a minute.' };
  const age = now - asOf;
  return { part: 'note', text: age < minuteMs ? 'Read from OpenAI just now.' : `As OpenAI said ${roughly(age)} ago.` };
}
