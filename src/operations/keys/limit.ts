import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { issuedKeySchema } from '../memory.ts';
import { recall } from '../need.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { refOf } from '../projects/inside.ts';
import { changeKey, type KeyWish } from './change-key.ts';
import { keyFacts, keyStateGuard, knownKeyState, needKeyState, sayKey, usableKey } from './key-state.ts';
import { limitChanges, limitInverse, limitWarnings } from './limit-plan.ts';
import { limitFields, type LimitInput, limitWish } from './limit-wish.ts';
import { pausedScopes, sameScopes, type Scopes, sayScopes } from './scopes.ts';

const id = operationId('keys.limit');

const known = z.object({ ...knownKeyState.shape, issued: issuedKeySchema.nullable() });
type Known = z.infer<typeof known>;

/** What the key may do just now, as far as we know: a paused key has other scopes than those it gets back. */
function scopesNow({ scopes }: Known): Scopes | null {
  if (scopes === null) return null;
  return scopes.isPaused ? pausedScopes : scopes.scopes;
}

function sayWish({ scopes, endsAt }: KeyWish): string {
  return [
    ...(scopes === null ? [] : [sayScopes(scopes)]),
    ...(endsAt === null ? [] : [`ends ${utcMinute(endsAt)}`]),
  ].join(', ');
}

function isSame(wish: KeyWish, before: Scopes | null): boolean {
  return wish.endsAt === null && wish.scopes !== null && before !== null && sameScopes(wish.scopes, before);
}

/** Rules may bound what a key may do and how long it lives; what this leaves as it is, is said where it is known. */
function boundsOf(wish: KeyWish, ends: number | null, now: number) {
  return {
    ...(wish.scopes === null ? {} : { scopes: [...wish.scopes] }),
    ...(ends === null ? {} : { lifetimeMs: ends - now }),
  };
}

function plan(ask: Ask<LimitInput>, have: Known): Plan | Refusal {
  const { now } = ask;
  const key = usableKey({ id, ref: ask.input.key, now }, have.key);
  if (isRefusal(key)) return key;
  const wish = limitWish(ask.input, now);
  if (isRefusal(wish)) return wish;
  const project = refOf(have.project);
  const limiting = { project, key, scopes: scopesNow(have), issued: have.issued, wish, now };
  if (isSame(wish, limiting.scopes)) {
    return refuse('keys.limit.same', {
      what: `The key ${key.name} may do exactly this already.`,
      rule: 'A request has to change something.',
    });
  }
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Limit an API key in ${project.name}`,
    gist: `${key.name} (${key.redacted}): ${sayWish(wish)}`,
    target: { kind: 'key', id: key.id, name: key.name },
    project,
    changes: limitChanges(limiting),
    holds: sayKey(key, now),
    facts: keyFacts(key, now),
    warnings: limitWarnings(limiting),
    guards: keyStateGuard(have, key),
    before: { key: { ...key }, scopes: limiting.scopes === null ? null : [...limiting.scopes] },
    steps: [changeKey(project, key, { ...wish, title: `Change the key ${key.name} (${key.redacted})` })],
    inverse: limitInverse(limiting),
    bounds: boundsOf(wish, wish.endsAt ?? key.expiresAt, now),
  });
}

export const limitKey = declareChange({
  id,
  tier: 'destructive',
  title: 'Limit an API key',
  summary: 'Changes what a key may do, when it ends, or both. The key itself stays the same.',
  example: '/openai keys limit nightly-eval --access read --until 2026-12-24 --reason "only reports from now on"',
  fields: limitFields,
  callBudget: 2,
  known,
  need: (ask, have) => {
    const needs = needKeyState(ask.input.key, have);
    if (isRefusal(needs) || have.project === undefined || needs.length === 0) return needs;
    return [...needs, recall('issued', { of: 'issued-key', keyId: ask.input.key.id })];
  },
  plan,
});
