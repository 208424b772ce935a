import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { whoFacts, whoSchema } from './who.ts';

export const showPerson = declareRead({
  id: operationId('people.show'),
  title: 'Show a person',
  summary:
    'Who somebody is to Countersign: their accounts, who says so, their groups and unit, and what they may approve.',
  example: '/openai people show @bea',
  fields: {
    person: {
      kind: 'text',
      label: 'Person',
      hint: 'Mention them, or write their address at OpenAI. Left out: you.',
      required: false,
      max: 254,
      pattern: /^\S{2,254}$/,
      patternHint: 'Mention somebody, or write an address.',
    },
  },
  bare: ['person'],
  callBudget: 0,
  known: z.object({ who: whoSchema.nullable() }),
  need: ({ input }, have) => (have.who === undefined ? [recall('who', { of: 'who-is', who: input.person })] : []),
  view: ({ input }, { who }) => {
    if (who === null)
      return refuse('people.show.unknown', {
        what: `Nobody is known as ${input.person ?? 'you'}.`,
        rule: 'Mention them in Slack, or write the address of somebody whom the policy’s file names or two people bound.',
      });
    return { title: who.name, parts: [whoFacts(who)] };
  },
});
