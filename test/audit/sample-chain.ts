import { type ChainHead, link } from '#audit/chain.ts';
import type { Entry } from '#audit/entry.ts';
import { sha256 } from '#domain/canonical.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

/** Salt of the n-th entry: fixed, so that a chain in a test is the same every time. */
export const saltOf = (n: number): Buffer => sha256(`salt ${n}`).subarray(0, 16);

/** A chain about one afternoon in a fictional company, a few entries a second. */
export function sampleChain(length: number, seed = 'Erin'): readonly Entry[] {
  const entries: Entry[] = [];
  let previous: ChainHead | null = null;
  for (let n = 1; n <= length; n += 1) {
    const entry: Entry = link(previous, {
      at: NOON + Math.floor(n / 3) * 1000,
      requestId: n % 4 === 0 ? null : `R${String(n % 7).padStart(26, '0')}`,
      body: {
        v: 1,
        kind: n % 2 === 0 ? 'request.moved' : 'request.decided',
        who: 'U0ERIN',
        what: { n, note: `${seed} — ${n}` },
      },
      salt: saltOf(n),
    });
    entries.push(entry);
    previous = entry;
  }
  return entries;
}
