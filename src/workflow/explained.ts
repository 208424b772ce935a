import { formatDuration } from '#domain/duration.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Absence } from '#policy/absence.ts';

/** A refusal to somebody whom no group counts, with the reason that the person themselves cannot see. */
export function explained(no: Refusal, absence: Absence | null): Refusal {
  if (no.code !== 'decision.not-eligible' || absence === null) return no;
  switch (absence.why) {
    case 'outside':
      return no;
    case 'suspended':
      return { ...no, code: 'decision.suspended', rule: `You are suspended, because ${absence.because}.` };
    case 'newcomer': {
      const least = formatDuration(absence.leastMs);
      const rule = `You joined ${absence.groups.join(' and ')} less than ${least} ago, and whoever decides has to have been there for that long.`;
      return { ...no, code: 'decision.newcomer', rule };
    }
  }
}
