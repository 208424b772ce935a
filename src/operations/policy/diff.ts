import { shortDigest } from '#domain/canonical.ts';
import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownChange, needChange, noChange } from './change-schema.ts';
import { versionField } from './version-field.ts';

export const diffPolicy = declareRead({
  id: operationId('policy.diff'),
  title: 'Compare policies',
  summary: 'What the policy file, or an earlier policy, would change, and what it would have made of the last 90 days.',
  example: '/openai policy diff',
  fields: { version: versionField },
  bare: [],
  callBudget: 0,
  known: knownChange,
  need: ({ input }, have) => needChange(input.version, have),
  view: ({ input }, { change }) => {
    if (change.kind === 'none') return noChange(change);
    const { inForce, proposed, differences, replay } = change;
    const ending = change.loosens
      ? 'It loosens something, so two people of the policy in force have to agree.'
      : 'It only tightens; a start with it puts it in force.';
    return {
      title: `From ${shortDigest(inForce.digest)} to ${shortDigest(proposed.digest)}`,
      parts: [
        {
          part: 'rows',
          columns: ['Direction', 'What changes'],
          rows: differences.map(({ direction, sentence }) => ({ cells: [direction, sentence], actions: [] })),
          empty: 'These two say the same.',
        },
        { part: 'note', text: replay.sentence },
        {
          part: 'rows',
          columns: ['Of the last 90 days'],
          rows: replay.lines.map((line) => ({ cells: [line], actions: [] })),
          empty: 'No request would have fared differently.',
        },
        { part: 'note', text: ending },
        {
          part: 'actions',
          actions: [
            {
              label: 'Adopt',
              operation: operationId('policy.adopt'),
              input: { version: input.version },
              style: 'danger',
            },
          ],
        },
      ],
    };
  },
});
