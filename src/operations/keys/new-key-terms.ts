import { formatDuration } from '#domain/duration.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import type { InputOf } from '../field.ts';
import type { Change, Plan } from '../plan.ts';
import { accessLevels, isAccessLevel } from './access.ts';
import type { newKeyFields } from './new-key-fields.ts';
import { isEverything, type Scopes, scopesOf } from './scopes.ts';

/** What follows from what was said about a new key, wherever it is made. */
export interface NewKeyTerms {
  readonly endsAt: Instant;
  readonly scopes: Scopes;
  readonly changes: readonly Change[];
  readonly warnings: readonly string[];
  readonly bounds: Plan['bounds'];
}

export function newKeyTerms({ access, for: span }: InputOf<typeof newKeyFields>, now: Instant): NewKeyTerms {
  invariant(isAccessLevel(access), 'The input schema allows only known access levels');
  const endsAt = now + span;
  const scopes = scopesOf(access);
  return {
    endsAt,
    scopes,
    changes: [
      { label: 'May', before: null, after: accessLevels[access].label },
      { label: 'Ends', before: null, after: `${utcMinute(endsAt)} (${formatDuration(span)})` },
    ],
    warnings: isEverything(scopes) ? ['This key may do everything a key of the project may do.'] : [],
    bounds: { lifetimeMs: span, scopes: [...scopes] },
  };
}
