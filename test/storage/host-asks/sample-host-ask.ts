import { personId, slackUserId } from '#domain/ids.ts';
import { NOON } from '../sample-request.ts';

const person = { personId: personId('bea'), slackId: slackUserId('U0BEA00001'), name: 'Bea Lindqvist' };

/** What Bea typed on the host, before she proves that it is she. */
export const sampleHostAsk = {
  person,
  wish: { does: 'freeze', scope: { of: 'all' }, why: 'a laptop was stolen' },
  askedAt: NOON,
  expiresAt: NOON + 1000,
  ticketHash: 'a-hash',
} as const;
