import type { Decision } from '#approvals/request.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Electorate, quorumsOf } from './electorate.ts';
import type { PlannedRequest } from './ports/requests.ts';

const what = 'You cannot approve this now.';

const tooEarly = refuse('decision.too-early', {
  what,
  rule: 'The policy asks for approvals in an order, and others come first. You can deny it at any time.',
  whoCan: 'You, as soon as those before you have approved it.',
});

const sameUnit = refuse('decision.same-unit', {
  what,
  rule: 'The policy asks for people of different units, and somebody of yours has approved it already.',
  whoCan: 'Somebody of another unit can.',
});

/**
 * Why an approval of this person, given now, would never count: it is not their turn, or their unit has spoken. Each person decides once, so
 * it is better refused than wasted.
 */
export function outOfTurn(
  { record, electorate }: { readonly record: PlannedRequest; readonly electorate: Electorate },
  decisions: readonly Decision[],
  { personId: person, slackId }: { readonly personId: Decision['person']; readonly slackId: Decision['slackId'] },
): Refusal | null {
  const at = electorate.scene.facts.now;
  const theirs = { kind: 'approve', person, slackId, digest: record.digest, proof: 'passkey', at } as const;
  const ignored = quorumsOf(record, electorate, [...decisions, theirs]).flatMap((quorum) => quorum.ignored);
  const whys = ignored.flatMap((one) => (one.person === person ? [one.why] : []));
  if (whys.includes('too-early')) return tooEarly;
  return whys.includes('same-unit') ? sameUnit : null;
}
