import { shortDigest } from '#domain/canonical.ts';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { declareChange } from '../operation.ts';
import type { Change, Inverse } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { knownChange, needChange, noChange, type PolicyChange } from './change-schema.ts';
import { versionField } from './version-field.ts';

const id = operationId('policy.adopt');

// More than anybody reads with care: a change of this size is better adopted in parts, and the plan says so.
const MOST_CHANGES = 60;

function changesOf({ differences }: PolicyChange): readonly Change[] {
  const shown = differences.slice(0, MOST_CHANGES).map(({ direction, sentence }) => ({
    label: `${direction.slice(0, 1).toUpperCase()}${direction.slice(1)}`,
    before: null,
    after: sentence,
  }));
  const rest = differences.length - shown.length;
  const more = { label: 'More', before: null, after: `${rest} more differences; adopt this in smaller parts.` };
  return rest > 0 ? [...shown, more] : shown;
}

function inverseOf({ inForce }: PolicyChange): Inverse {
  if (inForce.name === null) return noWayBack('write the earlier policy back into the file and adopt that.');
  const sentence = `adopt ${inForce.name} again, which also takes two people.`;
  return { verdict: 'exact', sentence, operation: id, input: { version: inForce.name } };
}

export const adoptPolicy = declareChange({
  id,
  title: 'Adopt the policy',
  summary: 'Puts the policy file in force. Two people of the policy that is in force now have to agree.',
  example: '/openai policy adopt --reason "Priya joins the approvers"',
  at: 'house',
  tier: 'critical',
  fields: { version: versionField },
  bare: [],
  callBudget: 0,
  known: knownChange,
  need: ({ input }, have) => needChange(input.version, have),
  plan: ({ now }, { change }) => {
    if (change.kind === 'none') return noChange(change);
    const { inForce, proposed, replay } = change;
    if (inForce.digest === proposed.digest) {
      return refuse('policy.adopt.same', { what: 'There is nothing to adopt.', rule: 'This policy is in force.' });
    }
    const name = shortDigest(proposed.digest);
    return planOf({
      operation: id,
      tier: 'critical',
      title: `Adopt the policy ${name}`,
      gist: `${name} instead of ${shortDigest(inForce.digest)}`,
      target: { kind: 'policy', id: proposed.digest, name },
      changes: changesOf(change),
      holds: `${shortDigest(inForce.digest)} is in force`,
      facts: [
        { label: `The last ${replay.days} days under it`, value: replay.sentence, at: now },
        ...replay.lines.map((value) => ({ label: 'Replayed', value, at: now })),
      ],
      warnings: replay.fails + replay.fewer > 0 ? [replay.sentence] : [],
      guards: { policy: { inForce: inForce.digest, proposed: proposed.digest } },
      before: { policy: { digest: inForce.digest, name: inForce.name } },
      steps: [],
      act: { kind: 'adopt-policy', digest: proposed.digest, from: inForce.digest, version: proposed.version },
      inverse: inverseOf(change),
    });
  },
});
