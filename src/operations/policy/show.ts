import { z } from 'zod';
import { shortDigest } from '#domain/canonical.ts';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { policiesSchema } from './policies-schema.ts';

const how: Readonly<Record<string, string>> = {
  'first-start': 'the first start',
  founding: 'the founding',
  tightening: 'a start: it only tightened',
  request: 'two people',
  reread: 'an update of Countersign, same text',
};

export const showPolicy = declareRead({
  id: operationId('policy.show'),
  title: 'Show the policy',
  summary: 'The policy in force, rule by rule, whether a file waits to be adopted, and every policy before it.',
  example: '/openai policy show',
  fields: {},
  callBudget: 0,
  known: z.object({ policies: policiesSchema }),
  need: (_ask, have) => (have.policies === undefined ? [recall('policies', { of: 'policies' })] : []),
  view: (_ask, { policies: { digest, name, proposed, rules, history } }) => ({
    title: 'The policy',
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'In force', value: `${name} ${shortDigest(digest)}`.trim() },
          { label: 'Waiting to be adopted', value: proposed ?? 'nothing' },
        ],
      },
      {
        part: 'rows',
        columns: ['Rule', 'Says'],
        rows: rules.map((rule) => ({ cells: [rule.name, rule.says], actions: [] })),
        empty: 'No rule.',
      },
      {
        part: 'rows',
        columns: ['Policy', 'Digest', 'Since', 'Adopted by'],
        rows: history.map((each, place) => ({
          cells: [each.name, shortDigest(each.digest), utcMinute(each.at), how[each.how] ?? each.how],
          actions:
            place === 0 || each.digest === digest
              ? []
              : [
                  {
                    label: 'Compare',
                    operation: operationId('policy.diff'),
                    input: { version: each.name },
                    style: 'plain',
                  },
                ],
        })),
        empty: 'No policy was adopted yet.',
      },
    ],
  }),
});
