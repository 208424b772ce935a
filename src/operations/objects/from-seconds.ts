import { type Instant, secondMs } from '#domain/instant.ts';

/** A time of OpenAI's, which may be missing. */
export function fromSeconds(seconds: number | null | undefined): Instant | null {
  return typeof seconds === 'number' ? seconds * secondMs : null;
}
