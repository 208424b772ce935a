import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId, personId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { planOf } from '../plan-of.ts';
import { enrolledWords, presenceSchema } from './presence.ts';

const id = operationId('step-up.enrol');

export const enrol = declareChange({
  id,
  title: 'Enrol a passkey',
  summary: 'Lets you enrol a passkey or one-time codes, with which you prove that it is you who approves.',
  example: '/openai step-up enrol --reason "a new phone"',
  at: 'house',
  tier: 'critical',
  fields: {},
  callBudget: 0,
  known: z.object({ presence: presenceSchema }),
  need: (_ask, have) => (have.presence === undefined ? [recall('presence', { of: 'presence', person: null })] : []),
  plan: (_ask, { presence }) => {
    const { person, name, coolingMs } = presence;
    if (!presence.isPossible) {
      return refuse('step-up.enrol.impossible', {
        what: 'Nobody can enrol here yet.',
        rule: 'The operator has to set COUNTERSIGN_PUBLIC_URL for passkeys, or COUNTERSIGN_SEAL_KEY for one-time codes.',
      });
    }
    const has = enrolledWords(presence);
    const cooling =
      coolingMs === 0 ? 'It counts at once' : `It counts only ${formatDuration(coolingMs)} after enrolling`;
    return planOf({
      operation: id,
      tier: 'critical',
      title: `Let ${name} enrol a passkey or one-time codes`,
      gist: `${name}, who has ${has}`,
      barred: [personId(person)],
      target: { kind: 'person', id: person, name },
      changes: [{ label: name, before: has, after: 'one more passkey, or new one-time codes' }],
      holds: `${name} has ${has}`,
      warnings: [
        `Ask ${name} in another way than Slack whether this is really them: whoever enrols can then approve as them.`,
        `${cooling}, and everybody hears of it.`,
      ],
      guards: { person, coolingMs },
      before: { presence: { ...presence } },
      steps: [],
      act: { kind: 'enrol', person: personId(person), name, coolingMs },
      inverse: {
        verdict: 'exact',
        sentence: `a reset takes back everything ${name} enrolled.`,
        operation: operationId('step-up.reset'),
        input: { person },
      },
    });
  },
});
