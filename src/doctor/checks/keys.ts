import type { Policy } from '#policy/policy.ts';
import { type Check, fail, ok } from '../check.ts';

function asksForCodes({ safeguards, rules }: Policy): boolean {
  const written = [
    ...Object.values(safeguards),
    ...rules.flatMap((rule) => (rule.kind === 'permit' ? [rule.safeguards] : [])),
  ];
  return written.some(({ stepUp }) => stepUp === 'code');
}

export const keys: Check = {
  id: 'keys',
  title: 'Keys of the installation',
  run: async ({ hasSealKey, policy }) => {
    if (hasSealKey) return ok('The key for buttons and the key that seals one-time codes are set.');
    if (policy.kind === 'policy' && asksForCodes(policy.policy)) {
      return fail(
        'critical',
        'The policy asks approvers for one-time codes, and there is no key to seal them with.',
        'Set COUNTERSIGN_SEAL_KEY or COUNTERSIGN_SEAL_KEY_FILE; openssl rand -base64 32 makes one.',
      );
    }
    return ok('The key for buttons is set. There is none for sealing, so one-time codes are off.');
  },
};
