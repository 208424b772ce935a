import type { Decision } from '#approvals/request.ts';
import { shortDigest } from '#domain/canonical.ts';
import { isChannelId, shortRequestId } from '#domain/ids.ts';
import type { Change } from '#operations/plan.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { followsPieces } from './following.ts';
import type { Line, Piece } from './line.ts';

/** The lines that the card, the DM, the modals and the story draw of a request, so that nobody ever reads two versions of it. */

export const practiceSentence = 'PRACTICE: nothing real changes';

export function titleLine({ record, isProduction }: RequestPicture): Line {
  return [
    { bold: record.terms.plan.title, max: 150 },
    isProduction ? ' · production' : '',
    ...followsPieces({ record }),
  ];
}

/** A display name can be chosen freely, so the account is always named beside it. */
export function whoLine({ record }: RequestPicture): Line {
  const { requester, reason } = record.terms;
  return [{ said: requester.name, max: 80 }, ' (', { user: requester.slackId }, ') asks: ', { said: reason, max: 300 }];
}

export function changePieces(change: Change): readonly Piece[] {
  const label: readonly Piece[] = [{ said: change.label, max: 60 }, ': '];
  if (change.before === null) return [...label, { said: change.after ?? 'nothing' }];
  if (change.after === null) return [...label, { said: change.before }, ' → removed'];
  return [...label, { said: change.before }, ' → ', { said: change.after }];
}

/** More than three changes do not fit a phone; the line says how many are left for Details. */
const shownChanges = 3;

export function changesLine({ record }: RequestPicture): Line {
  const { changes } = record.terms.plan;
  const shown = changes
    .slice(0, shownChanges)
    .flatMap((change, place) => [...(place === 0 ? [] : ['; ']), ...changePieces(change)]);
  const rest = changes.length - shownChanges;
  return ['Changes: ', ...shown, ...(rest > 0 ? [` and ${rest} more in Details`] : [])];
}

export function holdsLine({ record }: Pick<RequestPicture, 'record'>): Line {
  const { warnings } = record.terms.plan;
  const [first] = warnings;
  const more = warnings.length > 1 ? ` and ${warnings.length - 1} more in Details` : '';
  const warning: Line = first === undefined ? [] : ['Warning: ', { bold: first }, `${more} · `];
  return [...warning, ...holdingLine({ record })];
}

/** The same where the warnings stand apart. */
export function holdingLine({ record }: Pick<RequestPicture, 'record'>): Line {
  return ['Holds: ', { said: record.terms.plan.holds }];
}

export function inverseLine({ record }: RequestPicture): Line {
  return ['If this is wrong: ', { said: record.terms.plan.inverse.sentence, max: 300 }];
}

/** Whoever decides now should know that somebody said no to the same, and why. */
export function deniedBeforeLine({ name, slackId, at, comment }: Decision): Line {
  return [
    'Denied before by ',
    { said: name, max: 80 },
    ' (',
    { user: slackId },
    ') ',
    { at },
    ': ',
    { said: comment, max: 200 },
  ];
}

export function digestLine({ record }: RequestPicture): Line {
  const { plan, id, mode, manner, confidential } = record.terms;
  return [
    plan.tier,
    ' · ',
    { code: shortDigest(record.digest) },
    ' · ',
    { code: shortRequestId(id) },
    confidential === undefined ? '' : ' · confidential',
    mode === 'plan-only' ? ' · plan-only: nothing will be sent' : '',
    ...toldPieces(manner?.notify ?? []),
  ];
}

/** Who hears of it without being asked to decide, as the policy calls them. */
function toldPieces(names: readonly string[]): readonly Piece[] {
  return names.flatMap((name, i): readonly Piece[] => [
    i === 0 ? ' · also told: ' : ', ',
    isChannelId(name) ? { channel: name } : { said: name, max: 40 },
  ]);
}
