import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import type { IssuedKey } from '../memory.ts';
import type { ApiKey } from '../objects/api-key.ts';
import type { Change, Inverse } from '../plan.ts';
import type { ProjectRef } from '../field.ts';
import type { KeyWish } from './change-key.ts';
import { keyInput, whenEnds } from './describe-key.ts';
import { warnKeyInUse } from './key-state.ts';
import { momentWord } from './limit-wish.ts';
import { accessOf, isEverything, type Scopes, sayScopes } from './scopes.ts';

/** A key before it is limited, and how it should be. `scopes: null` is "nobody knows". */
export interface Limiting {
  readonly project: ProjectRef;
  readonly key: ApiKey;
  readonly scopes: Scopes | null;
  readonly issued: IssuedKey | null;
  readonly wish: KeyWish;
  readonly now: Instant;
}

const sayEnd = (endsAt: Instant, now: Instant): string => `${utcMinute(endsAt)} (in ${formatDuration(endsAt - now)})`;

export function limitChanges({ key, scopes, wish, now }: Limiting): readonly Change[] {
  const before = scopes === null ? 'not known: OpenAI does not show it' : sayScopes(scopes);
  return [
    ...(wish.scopes === null ? [] : [{ label: 'May', before, after: sayScopes(wish.scopes) }]),
    ...(wish.endsAt === null
      ? []
      : [{ label: 'Ends', before: whenEnds(key.expiresAt), after: sayEnd(wish.endsAt, now) }]),
  ];
}

export function limitWarnings({ key, scopes, issued, wish, now }: Limiting): readonly string[] {
  const warnings: string[] = [];
  if (wish.scopes !== null) {
    if (isEverything(wish.scopes)) warnings.push('It may then do everything a key of the project may do.');
    if (scopes === null) {
      warnings.push('OpenAI does not show what a key may do, and it was not set here: nobody can put that back.');
    }
    warnings.push(...warnKeyInUse(key, now));
  }
  if (wish.endsAt !== null && key.expiresAt === null) {
    warnings.push('This key has no end today. Once it has one, the end can be moved but never be taken away again.');
  }
  const lease = issued === null || issued.endedAt !== null ? null : issued.endsAt;
  if (wish.endsAt !== null && lease !== null && wish.endsAt > lease) {
    warnings.push(`It was issued here until ${utcMinute(lease)} and is deleted then, whatever its end says.`);
  }
  return warnings;
}

function scopesBack(scopes: Scopes) {
  const access = accessOf(scopes);
  return access === null ? { scopes: [...scopes] } : { access };
}

/** What of it can be put back, and what cannot: scopes only if they were set here, an end only if there was one. */
export function limitInverse({ project, key, scopes, wish }: Limiting): Inverse {
  const lost: string[] = [];
  const back: string[] = [];
  if (wish.scopes !== null) {
    if (scopes === null) lost.push('what it could do before is not known');
    else back.push(`“${sayScopes(scopes)}” again`);
  }
  if (wish.endsAt !== null) {
    if (key.expiresAt === null) lost.push('an end cannot be taken away again');
    else back.push(`its end at ${utcMinute(key.expiresAt)} again`);
  }
  if (back.length === 0) {
    const sentence = `it cannot be undone: ${lost.join(', and ')}. A new key can be issued instead.`;
    return { verdict: 'none', sentence, operation: operationId('keys.issue'), input: { project: { ...project } } };
  }
  const input = {
    ...keyInput(key, project),
    ...(wish.scopes === null || scopes === null ? {} : scopesBack(scopes)),
    ...(wish.endsAt === null || key.expiresAt === null ? {} : { until: momentWord(key.expiresAt) }),
  };
  return {
    verdict: lost.length === 0 ? 'exact' : 'partial',
    sentence: `give it ${back.join(' and ')}${lost.length === 0 ? '' : `; ${lost.join(', and ')}`}.`,
    operation: operationId('keys.limit'),
    input,
  };
}
