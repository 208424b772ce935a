import { type Refusal, refuse } from '#domain/refusal.ts';
import { isOver } from './deadline.ts';
import type { Standpoint } from './standpoint.ts';
import { standingWords } from './standing-words.ts';
import { transition } from './transition.ts';

/**
 * Whether this person may replace the request by a changed one now: the account that asked, for as long as it could cancel, and once it
 * has expired. A draft is simply asked for anew.
 */
export function canChange({ record, who, now }: Pick<Standpoint, 'record' | 'who' | 'now'>): Refusal | null {
  const { terms, state, deadline } = record;
  const what = 'This request was not changed.';
  if (who.slackId !== terms.requester.slackId) {
    return refuse('request.not-yours', {
      what,
      rule: 'A request is changed by whoever made it.',
      whoCan: `${terms.requester.name} can.`,
    });
  }
  const isOpen = state !== 'draft' && transition(state, 'cancel') !== null;
  if (isOpen && !isOver(deadline, now)) return null;
  // Nobody said no: time alone ended it, so that it is asked for again, as it was or changed.
  if (state === 'expired') return null;
  return refuse('request.closed', {
    what,
    rule: isOpen ? standingWords.expired : standingWords[state],
    whoCan: 'Anybody the policy lets can ask anew.',
  });
}
