import { shortDigest } from '#domain/canonical.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Act } from '#operations/act.ts';
import type { House } from '../house.ts';
import { proposalOf } from '../policies/proposal-of.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { Acting, ActResult } from './act-result.ts';

const nothing = (outcome: string): ActResult => ({ applied: false, outcome });

/** Puts another policy in force. The house switches once this is committed, and not before. */
export async function adoptPolicy(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'adopt-policy' }>>,
): Promise<ActResult> {
  const { id } = record.terms;
  const next = await proposalOf({ proposed: house.proposed, policies: tx.policies }, act.version);
  if (isRefusal(next) || next.digest !== act.digest)
    return nothing('The policy that was approved is not there any more.');
  if (house.policy().digest !== act.from) return nothing('Another policy was adopted in the meantime.');
  const { policy, digest, text, file } = next;
  const at = house.clock.now();
  await tx.policies.adopt({ digest, text, file, policy, how: 'request', requestId: id, at });
  const what = { digest, before: act.from, file, how: 'request', request: id };
  await enter(tx, house, { kind: 'policy.adopted', who: 'system:execute', requestId: id, what });
  return {
    applied: true,
    outcome: `The policy ${shortDigest(digest)} is in force, instead of ${shortDigest(act.from)}.`,
    afterCommit: () => house.putInForce({ policy, digest }),
  };
}
