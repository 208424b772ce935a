import { randomBytes } from 'node:crypto';
import { uuidv7obj } from 'uuidv7';
import { requestId } from '#domain/ids.ts';
import type { Dice } from '#workflow/ports/clock.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 26;

/** 128 bits as 26 characters; the first holds the two bits that are left over, so that order by text is order by number. */
function base32(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (let place = 0; place < CHARACTERS; place += 1) {
    text = `${CROCKFORD[Number(rest & 31n)] ?? ''}${text}`;
    rest >>= 5n;
  }
  return text;
}

/** Randomness of the operating system. Request ids begin with their time, so that they sort by it. */
export const systemDice: Dice = {
  requestId: () => requestId(`R${base32(uuidv7obj().bytes)}`),
  nonce: () => randomBytes(16).toString('hex'),
  salt: () => randomBytes(16),
};
