import { heldUntil } from '#approvals/held.ts';
import type { KnownBlock } from '@slack/types';
import type { RequestPicture } from '#workflow/picture.ts';
import { requestButton } from '../blocks/buttons.ts';
import { linesBlock } from '../blocks/line.ts';
import { digestLine, titleLine, whoLine } from '../blocks/request-lines.ts';
import { stateLine } from '../blocks/state-line.ts';
import type { Pointers, RequestAction } from '../ids.ts';

/** The part of Home in which a request stands; the same request can stand in two. */
export type Row = 'waiting' | 'set-aside' | 'mine' | 'decided';

function mineActions({ record, decisions }: RequestPicture): readonly RequestAction[] {
  if (heldUntil(record, decisions) !== null) return ['request.details', 'request.cancel'];
  const { state } = record;
  if (state === 'waiting') return ['request.collect', 'request.details', 'request.cancel'];
  if (state === 'expired') return ['request.details', 'request.change'];
  return state === 'pending' || state === 'approved' ? ['request.details', 'request.cancel'] : ['request.details'];
}

function actionsOf(under: Row, picture: RequestPicture): readonly RequestAction[] {
  switch (under) {
    case 'waiting':
      return ['request.approve', 'request.deny', 'request.details', 'request.aside'];
    case 'set-aside':
      return ['request.approve', 'request.deny', 'request.details', 'request.back'];
    case 'mine':
      return mineActions(picture);
    case 'decided':
      return ['request.details'];
  }
}

/** What each is, how it stands and since when; what can be done; and a rule below it, so that no button is taken for the next one's. */
export function requestRows(pointers: Pointers, under: Row, pictures: readonly RequestPicture[]): KnownBlock[] {
  return pictures.flatMap((picture): KnownBlock[] => {
    const { record } = picture;
    const id = `home.${under}.${record.terms.id}.${record.revision}`;
    const since = [...digestLine(picture), ' · asked ', { at: record.createdAt }];
    return [
      linesBlock(`${id}.lines`, [titleLine(picture), whoLine(picture), stateLine(picture), since]),
      {
        type: 'actions',
        block_id: `${id}.actions`,
        elements: actionsOf(under, picture).map((action) => requestButton(pointers, action, record)),
      },
      { type: 'divider', block_id: `${id}.end` },
    ];
  });
}
