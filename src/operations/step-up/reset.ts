import { z } from 'zod';
import { operationId, personId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { enrolledWords, presenceSchema } from './presence.ts';

const id = operationId('step-up.reset');

export const reset = declareChange({
  id,
  title: 'Reset somebody’s step-up',
  summary:
    'Takes back every passkey, code and recovery of one person, because they lost them or somebody else may have them.',
  example: '/openai step-up reset bea --reason "her phone was stolen"',
  at: 'house',
  tier: 'critical',
  fields: {
    person: {
      kind: 'text',
      label: 'Person',
      hint: 'Their name in the policy, as /openai step-up list shows it.',
      required: true,
      max: 60,
      pattern: /^(?:[a-z0-9][a-z0-9.-]*|slack:[UW][A-Z0-9]{2,20})$/,
      patternHint: 'Write the name that the policy gives them: bea.',
    },
  },
  callBudget: 0,
  known: z.object({ presence: presenceSchema.nullable() }),
  need: ({ input }, have) =>
    have.presence === undefined ? [recall('presence', { of: 'presence', person: input.person })] : [],
  plan: ({ input }, { presence }) => {
    if (presence === null) {
      return refuse('step-up.reset.unknown', {
        what: `The policy knows nobody called ${input.person}.`,
        rule: 'Name somebody as the policy does; /openai step-up list shows who has enrolled.',
      });
    }
    const { person, name } = presence;
    const has = enrolledWords(presence);
    return planOf({
      operation: id,
      tier: 'critical',
      title: `Reset the step-up of ${name}`,
      gist: `${name}, who has ${has}`,
      barred: [personId(person)],
      target: { kind: 'person', id: person, name },
      changes: [
        { label: name, before: has, after: 'nothing: also recovery codes and every right to enrol are taken back' },
      ],
      holds: `${name} has ${has}`,
      warnings: [`${name} cannot approve anything that asks for step-up until they have enrolled anew.`],
      guards: { person },
      before: { presence: { ...presence } },
      steps: [],
      act: { kind: 'reset-step-up', person: personId(person), name },
      inverse: noWayBack(`${name} enrols anew, which is a request of its own.`),
    });
  },
});
