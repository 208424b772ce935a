import { type Refusal, refuse } from '#domain/refusal.ts';
import { decideUntil, isOver } from './deadline.ts';
import type { Standpoint } from './standpoint.ts';
import { standingWords } from './standing-words.ts';

/** More than this should be asked for anew, in one text. */
export const mostAdditions = 5;

/** Whether this person may say something more about the request, or hurry others with it: whoever asked, while others decide. */
function refuseBeside({ record, who, now }: Pick<Standpoint, 'record' | 'who' | 'now'>, what: string): Refusal | null {
  const { terms, state } = record;
  if (who.slackId !== terms.requester.slackId) {
    const whoCan = `${terms.requester.name} can.`;
    return refuse('request.not-yours', { what, rule: 'This is for whoever made the request.', whoCan });
  }
  if (state === 'pending' && !isOver(decideUntil(record), now)) return null;
  const rule = state === 'pending' ? standingWords.expired : standingWords[state];
  return refuse('request.closed', { what, rule, whoCan: 'Nobody waits for a decision on it.' });
}

type Place = Parameters<typeof refuseBeside>[0];

export const canAddTo = (place: Place): Refusal | null => refuseBeside(place, 'Nothing was added.');
export const canNudge = (place: Place): Refusal | null => refuseBeside(place, 'Nobody was nudged.');
