import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { refOf } from '../projects/inside.ts';
import { keyInput } from './describe-key.ts';
import { type KeyState, knownKeyState, needKeyState, usableKey } from './key-state.ts';
import { planSwitch } from './pause-plan.ts';
import { isEverything, pausedScopes } from './scopes.ts';

const id = operationId('keys.resume');

const fields = {
  key: { kind: 'key', label: 'Key', hint: 'By name, id or redacted value. Never paste a key itself.', required: true },
} as const;

function plan(ask: Ask<InputOf<typeof fields>>, have: KeyState): Plan | Refusal {
  const { now } = ask;
  const key = usableKey({ id, ref: ask.input.key, now }, have.key);
  if (isRefusal(key)) return key;
  if (have.scopes?.isPaused !== true) {
    return refuse('keys.resume.not-paused', {
      what: `The key ${key.name} was not paused here.`,
      rule: 'Only what Countersign paused can it resume: OpenAI does not show what a key may do.',
      whoCan: 'You: say what it may do.',
      next: {
        kind: 'start',
        label: 'Say what it may do',
        operation: operationId('keys.limit'),
        input: keyInput(key, refOf(have.project)),
      },
    });
  }
  const to = have.scopes.scopes;
  return planSwitch(
    {
      id,
      tier: isEverything(to) ? 'destructive' : 'routine',
      verb: 'Resume',
      from: pausedScopes,
      to,
      warnings: isEverything(to) ? ['It may then do everything a key of the project may do, as before.'] : [],
      back: operationId('keys.pause'),
      sentence: 'pause it again.',
      bounds: {},
      now,
    },
    have,
    key,
  );
}

export const resumeKey = declareChange({
  id,
  tier: 'routine',
  title: 'Resume a paused API key',
  summary: 'Gives a key that was paused here back what it could do before.',
  example: '/openai keys resume nightly-eval --reason "the notebook is private again"',
  fields,
  callBudget: 2,
  known: knownKeyState,
  need: (ask, have) => needKeyState(ask.input.key, have),
  plan,
});
