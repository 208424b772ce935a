import { decideUntil } from '#approvals/deadline.ts';
import { heldUntil } from '#approvals/held.ts';
import type { Decision } from '#approvals/request.ts';
import { isFinal } from '#approvals/state.ts';
import { count } from '#domain/instant.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { followerPieces } from './following.ts';
import { warrantPieces } from './warrant-line.ts';
import type { Line, Piece } from './line.ts';

/** Names people one by one: `Bea Lindqvist (@bea)`. */
function byline(decisions: readonly Decision[]): Piece[] {
  return decisions.flatMap((decision, place) => [
    place === 0 ? '' : ' and ',
    { said: decision.name, max: 80 },
    ' (',
    { user: decision.slackId },
    ')',
  ]);
}

/** Who has approved so far, or nothing. */
function approvedBy({ decisions }: RequestPicture): Piece[] {
  const approvals = decisions.filter((decision) => decision.kind === 'approve');
  const last = approvals.at(-1);
  return last === undefined ? [] : ['Approved by ', ...byline(approvals), ' ', { at: last.at }];
}

// Where nobody was chosen to be named: three people are enough to find one who decides.
const mentioned = 3;

/** ` · from 15:30 also security`: who comes to be asked when the others stay silent. */
export function laterPieces({ later }: Pick<RequestPicture, 'later'>): Piece[] {
  return later.flatMap(({ from, at }): Piece[] => [' · from ', { at }, ' also ', { said: from, max: 60 }]);
}

function needs({ record, stillNeeds, couldDecide, named, later }: RequestPicture): Piece[] {
  // A mention wakes a phone: only those are named who were chosen to be asked.
  const most = named === 0 ? mentioned : named;
  const names = couldDecide.slice(0, most).flatMap((user): Piece[] => [' ', { user }]);
  const more = couldDecide.length > most ? [` or ${couldDecide.length - most} more`] : [];
  const { notBefore } = record.terms;
  const hour: Piece[] = notBefore === undefined ? [] : [' · to be carried out ', { at: notBefore }];
  const until: Piece[] = [' · until ', { at: decideUntil(record) }];
  return [
    'Needs ',
    { said: stillNeeds || 'nobody else' },
    ...names,
    ...more,
    ...laterPieces({ later }),
    ...until,
    ...hour,
  ];
}

function denial({ decisions }: RequestPicture): Line {
  const last = decisions.findLast((decision) => decision.kind === 'deny');
  if (last === undefined) return ['Denied.'];
  return ['Denied by ', ...byline([last]), ' ', { at: last.at }, ': ', { said: last.comment, max: 300 }];
}

const dot = (pieces: Piece[]): Piece[] => (pieces.length === 0 ? [] : [...pieces, '. ']);

/** Of a request that was done in part: what happened, and what did not. */
function halves({ record, effects }: RequestPicture): Piece[] {
  const done = new Set(
    effects
      .filter(({ part, status, attempt }) => part === 'step' && status === 'applied' && attempt === record.attempt)
      .map(({ stepId }) => stepId),
  );
  const titles = (isDone: boolean): string =>
    record.terms.plan.steps
      .filter(({ id }) => done.has(id) === isDone)
      .map(({ title }) => title)
      .join('; ');
  return [
    ' Happened: ',
    { said: titles(true) || 'nothing', max: 300 },
    '. Left: ',
    { said: titles(false), max: 300 },
    '.',
  ];
}

/** Where the request stands, as one line: who decided, when, what came of it, and what happens next. */
export function stateLine(picture: RequestPicture): Line {
  const line = [...warrantPieces(picture), ...standing(picture), ...followerPieces(picture)];
  return picture.frozen === null
    ? line
    : [...line, ' ', { bold: 'Frozen: ', max: 20 }, { said: picture.frozen, max: 300 }];
}

function standing(picture: RequestPicture): Line {
  const { record } = picture;
  const { plan } = record.terms;
  const held = heldUntil(record, picture.decisions);
  const approved = dot(approvedBy(picture));
  const outcome: Piece[] = record.outcome === '' ? [] : [{ said: record.outcome, max: 300 }];
  const ended: Piece[] = isFinal(record.state) && record.endedAt !== null ? [' ', { at: record.endedAt }] : [];
  switch (record.state) {
    case 'draft':
      return ['Not sent yet.', ...hourPieces(record.terms.notBefore)];
    case 'pending':
      return [...dot(outcome), ...approved, ...needs(picture)];
    case 'approved':
      return [...approved, picture.frozen === null ? 'It will be carried out now.' : 'It waits.'];
    case 'waiting':
      return [...approved, ...(held === null ? collecting(picture) : holding(picture, held))];
    case 'executing':
      return [...approved, 'Being carried out.'];
    case 'unknown':
      return [...approved, 'An answer was lost. Finding out whether it happened. ', ...outcome];
    case 'needs_human':
      return [...approved, 'It is not known whether this happened; a person must look. ', ...outcome];
    case 'simulated':
      return [...approved, `Would have sent ${count(plan.steps.length, 'call')}. Nothing was sent.`, ...ended];
    case 'succeeded':
      return [...approved, 'Done', ...ended, '. ', ...outcome];
    case 'partial':
      return [...approved, 'Partly done', ...ended, '. ', ...outcome, ...halves(picture)];
    case 'failed':
      return [...approved, 'Failed', ...ended, '. ', ...outcome];
    case 'stale':
      return [...approved, 'Not carried out: what it was planned on has changed', ...ended, '. ', ...outcome];
    case 'denied':
      return denial(picture);
    case 'cancelled':
      return ['Cancelled', ...ended, '. ', ...outcome];
    case 'expired':
      return ['Expired', ...ended, '. ', ...(outcome.length === 0 ? ['Nothing was changed.'] : outcome)];
  }
}

function collecting({ record }: RequestPicture): Piece[] {
  return [{ user: record.terms.requester.slackId }, ' makes the key by pressing', ...until(record.deadline)];
}

function holding({ record }: RequestPicture, until: number): Piece[] {
  const { plan, mode } = record.terms;
  const then =
    plan.delivery === 'collect' && mode === 'on' ? 'Its requester can collect it at ' : 'It is carried out at ';
  return [then, { at: until }, '; until then whoever could have denied it can cancel it.'];
}

function hourPieces(notBefore: number | undefined): Piece[] {
  return notBefore === undefined ? [] : [' To be carried out ', { at: notBefore }, ', not before.'];
}

function until(deadline: number | null): Piece[] {
  return deadline === null ? ['.'] : [', until ', { at: deadline }, '.'];
}
