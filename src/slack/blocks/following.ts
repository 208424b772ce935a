import type { Relation } from '#domain/follows.ts';
import { shortRequestId } from '#domain/ids.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Piece } from './line.ts';

const came = new Set(['succeeded', 'partial']);
const cameToNothing = new Set(['draft', 'simulated', 'failed', 'stale', 'denied', 'cancelled', 'expired']);

/** The request that undoes, continues or makes good this one, unless it came to nothing: then it can be asked for again. */
export function standingFollower(
  { followers }: RequestPicture,
  as: Relation,
): RequestPicture['followers'][number] | null {
  return followers.findLast((follower) => follower.as === as && !cameToNothing.has(follower.state)) ?? null;
}

const nouns: Readonly<Record<Exclude<Relation, 'changes'>, readonly [done: string, asked: string]>> = {
  undoes: ['Undone by ', 'Asked to be undone by '],
  continues: ['Continued by ', 'Asked to be continued by '],
  replaces: ['Replaced by ', 'Asked to be replaced by '],
};

/** ` Undone by R-7F3K9QXY.` What a changed one was replaced by, its outcome says. */
export function followerPieces(picture: RequestPicture): readonly Piece[] {
  return (Object.keys(nouns) as (keyof typeof nouns)[]).flatMap((as): Piece[] => {
    const follower = standingFollower(picture, as);
    if (follower === null) return [];
    const [done, asked] = nouns[as];
    return [' ', came.has(follower.state) ? done : asked, { code: shortRequestId(follower.id) }, '.'];
  });
}

/** ` · undoes R-7F3K9QXY`, for its own card. A replacement is for something that stands still, so it says so. */
export function followsPieces({ record }: Pick<RequestPicture, 'record'>): readonly Piece[] {
  const { follows } = record.terms;
  if (follows === null) return [];
  const urgent: readonly Piece[] = follows.as === 'replaces' ? [' · ', { bold: 'urgent' }] : [];
  return [...urgent, ` · ${follows.as} `, { code: shortRequestId(follows.request) }];
}
