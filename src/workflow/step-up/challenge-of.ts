import { z } from 'zod';
import { decisionChallenge } from '#approvals/decision-challenge.ts';
import { presenceChallenge } from '#approvals/presence-challenge.ts';
import type { SealedBody } from '#audit/body.ts';
import { type PersonId, requestId } from '#domain/ids.ts';

const decided = z.object({ decision: z.enum(['approve', 'deny', 'stop']), digest: z.string() });

const isDecision = (kind: string): boolean => kind === 'request.decided' || kind === 'desk.signed';

/** What a passkey signs beside decisions, by the kind of its entry: a word, and these fields of the entry. */
const words: Readonly<Record<string, { readonly does: string; readonly fields: readonly string[] }>> = {
  'request.made': { does: 'break-glass', fields: ['digest'] },
  'freeze.begun': { does: 'freeze', fields: ['scope', 'why', 'askedAt'] },
  'host.asked': { does: 'ask', fields: ['operation', 'words', 'reason', 'when', 'typedName', 'askedAt'] },
};

/** Whether an entry claims that somebody proved their presence. */
export function isProven({ kind, what }: SealedBody): boolean {
  // At the desk nothing happens without a signature, so an entry without one is false.
  if (kind === 'desk.signed') return true;
  const { proof } = what;
  return (kind === 'request.decided' || Object.hasOwn(words, kind)) && proof !== undefined && proof !== 'none';
}

/** What a passkey must have signed for this entry to be true; null where the entry cannot be true. */
export function challengeOf(
  { kind, what, requestId: about }: SealedBody,
  who: { readonly deployment: string; readonly person: PersonId },
): string | null {
  if (isDecision(kind)) {
    const parsed = decided.safeParse(what);
    return parsed.success && about !== null
      ? decisionChallenge({ ...who, ...parsed.data, requestId: requestId(about) })
      : null;
  }
  const said = words[kind];
  if (said === undefined) return null;
  const fields = said.fields.map((name) => [name, what[name] ?? null] as const);
  const of = about === null ? {} : { request: about };
  return presenceChallenge({ ...who, words: { does: said.does, ...of, ...Object.fromEntries(fields) } });
}
