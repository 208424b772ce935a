import { utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { stillToCome } from '#policy/later.ts';
import { decideUntil, isOver } from './deadline.ts';
import { decisionOf, isEligible, isRequester, type Standpoint, whoCanDecide } from './standpoint.ts';
import { standingWords } from './standing-words.ts';
import { isFinal } from './state.ts';
import { transition } from './transition.ts';

const ASK_AGAIN = 'Anybody the policy lets can ask anew.';

/**
 * Whether this person may approve or deny now. Who they are is looked at before how the request stands, so that a stranger learns
 * and changes nothing.
 */
export function canDecide(standpoint: Standpoint, kind: Decision): Refusal | null {
  const stranger = refuseStranger(standpoint, kind);
  if (stranger !== null) return stranger;
  const closed = refuseClosed(standpoint, kind === 'approve' ? 'approve-met' : 'deny', VERB[kind]);
  if (closed !== null) return closed;
  const earlier = decisionOf(standpoint);
  if (earlier === null) return null;
  const stop =
    earlier.kind === 'approve' && kind === 'deny' ? 'To take it back, press Stop.' : whoCanDecide(standpoint);
  return refuse('decision.repeated', {
    what: `You have ${DONE[earlier.kind]} this already.`,
    rule: 'Each person decides once.',
    whoCan: stop,
  });
}

/**
 * Whether this person may stop the request: its requester until the first byte is sent, whoever could have denied it once it is
 * approved, and an approver who changes their mind.
 */
export function canCancel(standpoint: Standpoint): Refusal | null {
  const { state } = standpoint.record;
  const hasApproved = state === 'pending' && decisionOf(standpoint)?.kind === 'approve';
  const mayStop = isEligible(standpoint) && (state !== 'pending' || hasApproved);
  if (!isRequester(standpoint) && !(mayStop && state !== 'draft')) {
    const isOpenForDenial = state === 'pending' && isEligible(standpoint);
    return refuse('request.not-yours', {
      what: isOpenForDenial ? 'You can deny this, not cancel it.' : 'You cannot stop this request.',
      rule: 'A request is cancelled by whoever asked, and once it is approved stopped by whoever could have denied it.',
      whoCan: `${standpoint.record.terms.requester.name} can.`,
    });
  }
  return refuseClosed(standpoint, 'cancel', 'stop');
}

/**
 * Whether this person may collect what was approved: the account that asked, and no other, because it will see the secret and be
 * its owner.
 */
export function canCollect(standpoint: Standpoint): Refusal | null {
  const { terms, state } = standpoint.record;
  if (standpoint.who.slackId !== terms.requester.slackId) {
    return refuse('request.not-yours', {
      what: 'You cannot collect this.',
      rule: isRequester(standpoint)
        ? 'It is shown to the account that asked for it.'
        : 'What is made is shown only to whoever asked for it.',
      whoCan: `${terms.requester.name} can.`,
    });
  }
  if (state !== 'waiting') return notNow('collect', standingWords[state], isFinal(state));
  const { readyAt } = standpoint.record;
  if (readyAt !== null && standpoint.now < readyAt) {
    return notNow('collect', 'Until its hour comes, whoever could have denied this can still stop it.', false);
  }
  return refuseOver(standpoint, 'collect');
}

type Decision = 'approve' | 'deny';
const VERB = { approve: 'approve', deny: 'deny' } as const;
const DONE = { approve: 'approved', deny: 'denied' } as const;

function refuseStranger(standpoint: Standpoint, kind: Decision): Refusal | null {
  const whoCan = whoCanDecide(standpoint);
  const what = `You cannot ${VERB[kind]} this.`;
  if (isRequester(standpoint)) {
    const rule =
      kind === 'approve'
        ? 'You asked for this, so somebody else has to approve it.'
        : 'You asked for this; cancel it instead.';
    return refuse('decision.own-request', { what, rule, whoCan });
  }
  const { beneficiary, barred = [] } = standpoint.record.terms;
  if (standpoint.who.personId === beneficiary || barred.includes(standpoint.who.personId)) {
    return refuse('decision.own-benefit', {
      what,
      rule: 'This is about you, so somebody else has to decide on it.',
      whoCan,
    });
  }
  if (isEligible(standpoint)) return null;
  const groups = [...new Set(standpoint.requirements.flatMap(({ from }) => from))].join(' or ');
  const rule =
    groups === ''
      ? 'Nobody is asked to decide on this.'
      : [
          `People in ${groups} decide on this, and you are not among them.`,
          ...stillToCome(standpoint.requirements, decideUntil(standpoint.record)).map(
            (one) => `From ${utcMinute(one.at)} people in ${one.from} do as well.`,
          ),
        ].join(' ');
  return refuse('decision.not-eligible', { what, rule, whoCan });
}

function refuseClosed(standpoint: Standpoint, event: 'approve-met' | 'deny' | 'cancel', verb: string): Refusal | null {
  const { state } = standpoint.record;
  if (transition(state, event) === null) return notNow(verb, standingWords[state], isFinal(state));
  return refuseOver(standpoint, verb);
}

function refuseOver({ record, now }: Standpoint, verb: string): Refusal | null {
  const { state, deadline } = record;
  const isLate = isOver(deadline, now) || (state === 'pending' && isOver(decideUntil(record), now));
  return isLate ? notNow(verb, standingWords.expired, true) : null;
}

function notNow(verb: string, standing: string, hasEnded: boolean): Refusal {
  return refuse('request.closed', {
    what: `You cannot ${verb} this now.`,
    rule: standing,
    whoCan: hasEnded ? ASK_AGAIN : 'Nobody can at this moment.',
  });
}
