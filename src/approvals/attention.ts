import { shortDigest } from '#domain/canonical.ts';
import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isAtLeast, type Safeguards } from '#policy/safeguards.ts';
import type { Proof } from './proof.ts';

/** What an approver did in front of the plan before they pressed Approve. */
export interface Attention {
  /** When the plan was put in front of this very person, as the bot knows it; null where it was not. */
  readonly openedAt: Instant | null;
  /** What they typed to confirm; null where nothing was. */
  readonly typed: string | null;
}

export const inattentive: Attention = { openedAt: null, typed: null };

/** What was approved, as far as it can be looked at and typed. */
export interface Sight {
  /** Name of the target, as the plan says it. */
  readonly target: string;
  readonly digest: string;
  /** The one sentence an approver must not miss. */
  readonly danger: string;
}

/** Codes after which the plan stays open: the person can do better at once. */
export const tryAgainCodes = { look: 'decide.look-again', typed: 'decide.typed-target' } as const;

export const canTryAgain = ({ code }: Refusal): boolean => Object.values<string>(tryAgainCodes).includes(code);

/**
 * Whether an approval was given with as much care as is asked for. A passkey signs exactly this request and so stands for dwelling and typing;
 * a proof that is missing or too weak is never made up for by either.
 */
export function refuseCareless(
  asked: Safeguards,
  given: { readonly attention: Attention; readonly proof: Proof | null; readonly now: Instant },
  sight: Sight,
): Refusal | null {
  const { attention, proof, now } = given;
  if (!isAtLeast(proof?.kind ?? 'none', asked.stepUp)) return needsProof(asked);
  if (proof?.kind === 'passkey') return null;
  const { openedAt, typed } = attention;
  if (asked.dwellMs > 0 && (openedAt === null || now - openedAt < asked.dwellMs)) {
    return refuse(tryAgainCodes.look, {
      what: 'Your approval was not counted yet.',
      rule: `Look once more: ${sight.danger} Press Approve again.`,
    });
  }
  if (asked.typed && !isTyped(typed ?? '', sight)) {
    return refuse(tryAgainCodes.typed, {
      what: 'Your approval was not counted yet.',
      rule: `Type ${sight.target}, or the code ${shortDigest(sight.digest)}, and press Approve again.`,
    });
  }
  return null;
}

/** In any case, and the code with or without its dash: it is there to be looked at, not to be a test of spelling. */
function isTyped(typed: string, { target, digest }: Sight): boolean {
  const plain = (text: string): string => text.trim().toLowerCase();
  const code = (text: string): string => plain(text).replaceAll(/[\s-]/g, '');
  return plain(typed) === plain(target) || code(typed) === code(shortDigest(digest));
}

function needsProof({ stepUp }: Safeguards): Refusal {
  const how = stepUp === 'passkey' ? 'with your passkey' : 'with a one-time code or your passkey';
  return refuse('decide.step-up', {
    what: 'Your approval was not counted.',
    rule: `This needs proof that it is you: approve it ${how}.`,
  });
}
