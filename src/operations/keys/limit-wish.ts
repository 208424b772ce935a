import { dayMs, hourMs, type Instant, minuteMs } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { accessOptions, isAccessLevel, lessAccess } from './access.ts';
import type { KeyWish } from './change-key.ts';
import { scopesOf } from './scopes.ts';

// The longest lifetime OpenAI takes (OpenAI API reference, 2026-11).
const LONGEST_MS = 365 * dayMs;

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?(?: ?(?:UTC|Z))?$/;

export const limitFields = {
  key: { kind: 'key', label: 'Key', hint: 'By name, id or redacted value. Never paste a key itself.', required: true },
  access: {
    kind: 'choice',
    label: 'What it may do',
    hint: 'Leave it out to keep it as it is.',
    required: false,
    options: accessOptions,
    less: lessAccess,
  },
  scopes: {
    kind: 'words',
    label: 'Or exactly these scopes',
    hint: 'As OpenAI names them, for example api.model.request, api.files.read.',
    required: false,
    most: 50,
    pattern: /^api(\.[a-z0-9_]+)+$/,
    patternHint: 'A scope looks like api.model.request.',
    allowed: null,
    narrows: 'subset',
  },
  for: {
    kind: 'duration',
    label: 'It ends after',
    hint: 'For example 7d, counted from now. An end can be moved, never removed.',
    required: false,
    minMs: hourMs,
    maxMs: LONGEST_MS,
    suggest: ['1d', '7d', '30d'],
    narrows: 'shorter',
  },
  until: {
    kind: 'text',
    label: 'Or it ends at',
    hint: 'In UTC, for example 2026-12-24 18:00.',
    required: false,
    max: 24,
    pattern: MOMENT,
    patternHint: 'Write a day, and if you like a time in UTC: 2026-12-24 18:00.',
  },
} as const;

export type LimitInput = InputOf<typeof limitFields>;

/** `2026-12-24 18:00`, as UTC; null for a day that no calendar has. */
function momentOf(text: string): Instant | null {
  const [, day, time] = MOMENT.exec(text) ?? [];
  if (day === undefined) return null;
  const at = Date.parse(`${day}T${time ?? '00:00'}Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day) ? at : null;
}

/** The moment as it is typed, to the second. */
export const momentWord = (at: Instant): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

function endOf({ for: span, until }: LimitInput, now: Instant): Instant | Refusal | null {
  if (span !== null && until !== null) {
    return refuse('keys.limit.two-ends', {
      what: 'It is not clear when the key should end.',
      rule: 'Say it in one way: after a span, or at a moment.',
    });
  }
  if (span !== null) return now + span;
  if (until === null) return null;
  const at = momentOf(until);
  if (at === null || at < now + minuteMs || at > now + LONGEST_MS) {
    return refuse('keys.limit.no-such-end', {
      what: `A key cannot be made to end at ${until}.`,
      rule: 'The end is a moment in UTC, at least a minute from now and at most 365 days. To end a key at once, revoke it.',
    });
  }
  return at;
}

function scopesAsked({ access, scopes }: LimitInput): KeyWish['scopes'] {
  if (access !== null && isAccessLevel(access)) return scopesOf(access);
  return scopes === null ? null : scopes.toSorted();
}

/** What the key should become, or what is unclear about it. */
export function limitWish(input: LimitInput, now: Instant): KeyWish | Refusal {
  if (input.access !== null && input.scopes !== null) {
    return refuse('keys.limit.two-scopes', {
      what: 'It is not clear what the key may do.',
      rule: 'Say it in one way: by a level, or by the scopes themselves.',
    });
  }
  const endsAt = endOf(input, now);
  if (isRefusal(endsAt)) return endsAt;
  const scopes = scopesAsked(input);
  if (scopes === null && endsAt === null) {
    return refuse('keys.limit.nothing', {
      what: 'Nothing was said that should change about the key.',
      rule: 'Say what it may do, when it ends, or both.',
    });
  }
  return { scopes, endsAt };
}
