import type { RichTextBlock } from '@slack/types';
import type { NarrowedField, Suggestion } from '#approvals/suggestion.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isFinal } from '#approvals/state.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { type Line, linesBlock, type Piece } from './line.ts';

/** `For how long: 7d instead of 30d` */
export function fieldPieces(fields: readonly NarrowedField[]): readonly Piece[] {
  return fields.flatMap(({ label, from, to }, place): Piece[] => [
    place === 0 ? '' : '; ',
    { said: label, max: 60 },
    ': ',
    { bold: to, max: 150 },
    ' instead of ',
    { said: from, max: 150 },
  ]);
}

function endPieces({ end }: Suggestion, picture: RequestPicture): readonly Piece[] {
  const { name } = picture.record.terms.requester;
  if (end.as === 'open') return isFinal(picture.record.state) ? [] : [' · waits for ', { said: name, max: 80 }];
  if (end.as === 'kept') return [' · ', { said: name, max: 80 }, ' keeps what was asked for'];
  return [' · taken as ', { code: shortRequestId(end.by) }];
}

function suggestionLine(suggestion: Suggestion, picture: RequestPicture): Line {
  const { by, fields } = suggestion;
  const lead: Line = [{ said: by.name, max: 80 }, ' (', { user: by.slackId }, ') would approve: '];
  return [...lead, ...fieldPieces(fields), ...endPieces(suggestion, picture)];
}

/** Where a request came from, and whether what was suggested is what it is. */
function tookLine({ took }: RequestPicture): Line[] {
  if (took === null || took.end.as !== 'taken') return [];
  const lead: Line = ['Suggested by ', { said: took.by.name, max: 80 }, ' (', { user: took.by.slackId }, ')'];
  const rest = took.end.counted
    ? ', whose approval of exactly this counts.'
    : '. It is not exactly what was seen then, or asks for more than a suggestion, so that approval does not count.';
  return [[...lead, rest]];
}

/** What approvers would approve instead, and what came of it. Nothing where nobody suggested anything. */
export function suggestionBlocks(blockId: string, picture: RequestPicture): RichTextBlock[] {
  const lines = [...tookLine(picture), ...picture.suggestions.map((each) => suggestionLine(each, picture))];
  return lines.length === 0 ? [] : [linesBlock(blockId, lines)];
}
