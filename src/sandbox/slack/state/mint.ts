import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** Makes the ids and timestamps that Slack would hand out. */
export interface Mint {
  /** A message timestamp such as `1767225600.000100`: seconds and six digits, never the same twice, always growing. */
  ts(): string;
  /** An id such as `V7K2…`: the prefix and ten letters or digits. */
  id(prefix: string): string;
  /** A view's hash, new for every version of it. */
  hash(): string;
  /** A value nobody can guess, for URLs and tickets that carry their own permission. */
  secret(): string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function createMint(clock: Clock): Mint {
  let lastMicros = 0;
  const letters = (count: number) =>
    Array.from(randomBytes(count), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return {
    ts() {
      lastMicros = Math.max(Math.floor(clock.nowMs()) * 1000, lastMicros + 1);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`;
    },
    id: (prefix) => `${prefix}${letters(10)}`,
    hash: () => `${Math.floor(clock.nowMs() / 1000)}.${letters(8)}`,
    secret: () => randomBytes(18).toString('base64url'),
  };
}
