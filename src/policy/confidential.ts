import { type Refusal, refuse } from '#domain/refusal.ts';
import { lookAtRequester } from './conditions/requester.ts';
import { houseFamilies } from './house-families.ts';
import type { Asked } from './policy.ts';
import type { Scene } from './scene.ts';
import type { Confidential } from './secrecy.ts';
import { covers, type OperationWord } from './vocabulary.ts';

export const isConfidentialOperation = ({ operations }: Confidential, operation: OperationWord): boolean =>
  operation.kind === 'change' &&
  !houseFamilies.includes(operation.family) &&
  operations.some((selector) => covers(selector, operation));

const what = 'This cannot be asked confidentially.';
const whoCan = 'You: ask without --confidential, and everybody sees it.';

/** Why this may not be kept confidential, under the policy in force; null if it may. */
export function refuseConfidential({ policy, facts }: Scene): Refusal | null {
  const { confidential } = policy;
  if (confidential === null)
    return refuse('confidential.off', {
      what,
      rule: 'The policy of this installation has no section confidential.',
      whoCan,
    });
  if (lookAtRequester(confidential.requesters, { policy, facts }).answer !== 'yes') {
    const rule = `The policy lets ${confidential.requesters.join(', ')} ask confidentially.`;
    return refuse('confidential.not-named', { what, rule, whoCan });
  }
  if (isConfidentialOperation(confidential, facts.operation)) return null;
  const rule = `The policy lets ${confidential.operations.join(', ')} be confidential, and never what changes the rules themselves.`;
  return refuse('confidential.not-listed', { what, rule, whoCan });
}

/** As many people as the rule asks for, all of them out of those who are trusted with it. */
export function askedConfidentially({ approvers }: Confidential, asked: readonly Asked[]): readonly Asked[] {
  const count = asked.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? [] : [{ count, from: approvers }];
}
