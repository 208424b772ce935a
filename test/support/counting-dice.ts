import { requestId } from '#domain/ids.ts';
import type { Dice } from '#workflow/ports/clock.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(n: number): string {
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor(rest / 32)) text = `${CROCKFORD[rest % 32] ?? ''}${text}`;
  return text.padStart(26, '0');
}

/** Dice that count: never the same twice, and the same in every run. */
export function countingDice(): Dice {
  let thrown = 0;
  const next = (): number => (thrown += 1);
  const hex = (): string => next().toString(16).padStart(32, '0');
  return { requestId: () => requestId(`R${base32(next())}`), nonce: hex, salt: () => Buffer.from(hex(), 'hex') };
}
