import { hasHiddenCharacters } from '#domain/printable.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { UseCases } from './use-cases.ts';

/** What may not stand beside a decision, because it is kept for good and read by others. */
export function refuseComment(ask: Pick<Parameters<UseCases['decide']>[0], 'comment' | 'kind'>): Refusal | null {
  const what = 'Your decision was not recorded.';
  if (holdsRawKey(ask.comment))
    return refuse('decide.raw-key', { what, rule: 'The comment looks as if it held a secret key. Leave it out.' });
  if (ask.comment.length > 500)
    return refuse('decide.comment', { what, rule: 'A comment may have at most 500 characters.' });
  if (hasHiddenCharacters(ask.comment)) {
    const rule = 'The comment holds invisible or control characters; type it again without them.';
    return refuse('decide.comment', { what, rule });
  }
  if (ask.kind === 'deny' && ask.comment.trim().length < 3) {
    return refuse('decide.no-reason', {
      what,
      rule: 'A denial needs a reason, so that the other person can do better.',
    });
  }
  return null;
}
