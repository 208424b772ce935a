import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import type { ApiKey } from '../objects/api-key.ts';
import { refOf } from '../projects/inside.ts';
import { keyInput } from './describe-key.ts';
import { type KeyState, knownKeyState, needKeyState, usableKey, warnKeyInUse } from './key-state.ts';
import { planSwitch } from './pause-plan.ts';
import { pausedScopes, sameScopes, type Scopes, sayScopes } from './scopes.ts';

const id = operationId('keys.pause');

const fields = {
  key: { kind: 'key', label: 'Key', hint: 'By name, id or redacted value. Never paste a key itself.', required: true },
} as const;

/** What the key may do, if it can be taken from it and given back: only of a key whose scopes we know. */
function scopesToPause({ project, scopes }: KeyState, key: ApiKey): Scopes | Refusal {
  if (scopes === null) {
    return refuse('keys.pause.unknown-scopes', {
      what: `The key ${key.name} cannot be paused, because it could not be resumed.`,
      rule: 'OpenAI does not show what a key may do. Countersign knows it only of keys that were issued or limited here.',
      whoCan: 'You: limit it to reading, knowing that what it could do before has to be said again, or revoke it.',
      next: {
        kind: 'start',
        label: 'Limit it to reading',
        operation: operationId('keys.limit'),
        input: { ...keyInput(key, refOf(project)), access: 'read' },
      },
    });
  }
  if (scopes.isPaused) {
    return refuse('keys.pause.same', {
      what: `The key ${key.name} is paused already.`,
      rule: 'A request has to change something.',
    });
  }
  if (!sameScopes(scopes.scopes, pausedScopes)) return scopes.scopes;
  return refuse('keys.pause.narrowest', {
    what: `The key ${key.name} may only read as it is.`,
    rule: `“${sayScopes(pausedScopes)}” is the narrowest that OpenAI documents, so there is nothing to pause.`,
    whoCan: 'You: revoke it, to stop it altogether.',
    next: {
      kind: 'start',
      label: 'Revoke it',
      operation: operationId('keys.revoke'),
      input: keyInput(key, refOf(project)),
    },
  });
}

function plan(ask: Ask<InputOf<typeof fields>>, have: KeyState): Plan | Refusal {
  const { now } = ask;
  const key = usableKey({ id, ref: ask.input.key, now }, have.key);
  if (isRefusal(key)) return key;
  const from = scopesToPause(have, key);
  if (isRefusal(from)) return from;
  return planSwitch(
    {
      id,
      tier: 'destructive',
      verb: 'Pause',
      from,
      to: pausedScopes,
      warnings: [
        ...warnKeyInUse(key, now),
        `A paused key may still read (${pausedScopes.join(', ')}): OpenAI documents nothing narrower. Revoke it to stop that, too.`,
      ],
      back: operationId('keys.resume'),
      sentence: `resume it; it may then do what it was made for again: ${sayScopes(from)}.`,
      bounds: { paused: true },
      now,
    },
    have,
    key,
  );
}

export const pauseKey = declareChange({
  id,
  tier: 'destructive',
  title: 'Pause an API key',
  summary: 'Takes from a key that was issued here everything but reading, until it is resumed.',
  example: '/openai keys pause nightly-eval --reason "it was seen in a public notebook"',
  fields,
  callBudget: 2,
  known: knownKeyState,
  need: (ask, have) => needKeyState(ask.input.key, have),
  plan,
});
