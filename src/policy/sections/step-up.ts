import { dayMs } from '#domain/instant.ts';
import { span, strict } from '../leaves.ts';

/** How step-up is kept, whoever has to give it. */
export const stepUpShape = strict(
  {
    // A day: whoever did not enrol themselves hears of it before it counts. Longer than two weeks is a lock-out, not a protection.
    cooling: span({
      minMs: 0,
      maxMs: 14 * dayMs,
      sentence: 'Write how long after enrolling a passkey does not count yet, from 0s to 14d, such as 24h.',
    })
      .default(dayMs)
      .describe('So long after enrolling a passkey or codes do not count yet, 0s to 14d. Left out: 24h.'),
  },
  'Write { cooling }.',
).prefault({});
