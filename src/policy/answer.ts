import { askedSentence } from './consent.ts';
import type { Verdict } from './verdict.ts';

const WHY: Readonly<Record<string, string>> = {
  'policy.denied': 'denied',
  'policy.off': 'off',
  'rollout.off': 'off',
  'policy.no-rule': 'no rule allows it',
  'policy.unreachable-quorum': 'nobody could approve it',
  'confidential.off': 'it cannot be confidential',
  'confidential.not-named': 'it cannot be confidential',
  'confidential.not-listed': 'it cannot be confidential',
};

/** A verdict in a few words, for lists and expectations: `yes`, `1 person from approvers, plan-only`, `refused: off`. */
export function answerOf(verdict: Verdict): string {
  if (verdict.kind === 'deny') return `refused: ${WHY[verdict.refusal.code] ?? verdict.refusal.code}`;
  if (verdict.requirements.length === 0) return 'yes';
  const asked = askedSentence(verdict.requirements, verdict.manner);
  return verdict.mode === 'on' ? asked : `${asked}, ${verdict.mode}`;
}

/** Whether this is what was expected; `refused` alone leaves open why. */
export function isAsExpected(answer: string, expected: string): boolean {
  return answer === expected || (expected === 'refused' && answer.startsWith('refused: '));
}
