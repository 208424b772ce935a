import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Decision, RequestRecord } from './request.ts';
import { standingWords } from './standing-words.ts';
import { transition } from './transition.ts';

const what = 'Your approval was not taken back.';

/**
 * The approval that this person may take back now, because they pressed a moment ago and nothing was sent. Whoever took one back may
 * decide again: a slip of the finger must not cost a team its only second person.
 */
export function findRevocable(
  decisions: readonly Decision[],
  seen: {
    readonly record: Pick<RequestRecord<unknown>, 'state'>;
    readonly who: { readonly personId: PersonId; readonly slackId: SlackUserId };
    readonly now: Instant;
    readonly takeBackMs: number;
  },
): Decision | Refusal {
  const { record, who, now, takeBackMs } = seen;
  const mine = decisions.find(({ person, slackId }) => person === who.personId && slackId === who.slackId);
  if (mine?.kind !== 'approve') {
    return refuse('take-back.nothing', { what, rule: 'You have not approved this, or have taken it back already.' });
  }
  if (transition(record.state, 'take-back') === null) {
    return refuse('take-back.closed', { what, rule: standingWords[record.state] });
  }
  if (now < mine.at + takeBackMs) return mine;
  return refuse('take-back.too-late', {
    what,
    rule: `An approval can be taken back for ${takeBackMs / 1000} seconds.`,
    whoCan: 'Whoever could have denied it can still stop it on its card, until it is carried out.',
  });
}
