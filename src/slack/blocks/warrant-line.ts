import { warrantOf } from '#approvals/warrant.ts';
import { orderName } from '#domain/order-name.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Piece } from './line.ts';

/** On whose word it runs, where that is not its quorum's: said first, wherever the request is shown. */
export function warrantPieces({ record }: Pick<RequestPicture, 'record'>): readonly Piece[] {
  const warrant = warrantOf(record.terms);
  switch (warrant.by) {
    case 'quorum':
      return [];
    case 'standing-order':
      return [`Under standing order ${orderName(warrant.order.id)} “`, { said: warrant.order.name, max: 80 }, '”. '];
    case 'break-glass':
      return [
        { bold: 'BREAK-GLASS: nobody else approves this, and every channel is told. ' },
        'Incident: ',
        { said: warrant.debt.incident, max: 200 },
        '. Until ',
        { at: warrant.debt.until },
        '. ',
      ];
    case 'desk':
      return [{ bold: 'AT THE DESK, WITHOUT SLACK: signed with a passkey, and nobody else approved this.' }, ' '];
  }
}
