import { invariant } from '#domain/invariant.ts';
import { parseSealedBody } from './body.ts';
import { type ChainHead, GENESIS, hashBody, hashEntry } from './chain.ts';
import type { Entry } from './entry.ts';

export type Verification =
  | {
      readonly ok: true;
      readonly entries: number;
      /** How many of them have had their bodies erased. */
      readonly erased: number;
      readonly head: ChainHead | null;
    }
  | {
      readonly ok: false;
      /** The first entry that is wrong. */
      readonly seq: number;
      /** What is wrong with it, for a person. */
      readonly sentence: string;
    };

export interface Verifier {
  /** Takes the next entry; false once the chain has proved broken, and nothing more need be fed. */
  add(entry: Entry): boolean;
  /** The verdict on everything fed so far, to be asked at the end. */
  result(): Verification;
}

const HASH = /^[0-9a-f]{64}$/;
const SALT = /^[0-9a-f]{32}$/;

type Place = Pick<Entry, 'seq' | 'hash' | 'at'>;
const start: Place = { seq: 0, hash: GENESIS, at: 0 };

/**
 * Proves a chain that is fed in order from entry 1, holding one entry at a time. A chain can be rewritten as a whole and still agree
 * with itself, so hand in the `trusted` heads that were seen outside the database (in the audit channel; the first characters of a
 * hash will do): an entry that no longer has the hash it had, or is missing, is then found.
 */
export function createVerifier(trusted: readonly ChainHead[] = []): Verifier {
  invariant(
    trusted.every((head) => /^[0-9a-f]{4,64}$/.test(head.hash)),
    'A trusted head is given by at least four characters of its hash',
  );
  const anchors = Map.groupBy(trusted, (head) => head.seq);
  let last = start;
  let erased = 0;
  let broken: Extract<Verification, { ok: false }> | null = null;

  return {
    add(entry) {
      if (broken !== null) return false;
      const sentence = linkFaultOf(entry, last) ?? bodyFaultOf(entry) ?? anchorFaultOf(entry, anchors.get(entry.seq));
      if (sentence !== null) {
        broken = { ok: false, seq: last.seq + 1, sentence };
        return false;
      }
      if (entry.body === null) erased += 1;
      last = entry;
      return true;
    },
    result() {
      if (broken !== null) return broken;
      const newest = Math.max(0, ...anchors.keys());
      if (newest > last.seq) {
        return {
          ok: false,
          seq: last.seq + 1,
          sentence: `The chain ends at entry ${last.seq}, but entry ${newest} was seen before.`,
        };
      }
      return { ok: true, entries: last.seq, erased, head: last.seq === 0 ? null : { seq: last.seq, hash: last.hash } };
    },
  };
}

function linkFaultOf(entry: Entry, last: Place): string | null {
  const expected = last.seq + 1;
  if (entry.seq !== expected) return `Entry ${expected} is missing: entry ${entry.seq} stands in its place.`;
  if (!HASH.test(entry.prev) || !HASH.test(entry.bodyHash)) return `The hashes of entry ${entry.seq} are not hashes.`;
  if (entry.prev !== last.hash) return `Entry ${entry.seq} does not continue the entry before it.`;
  if (entry.hash !== hashEntry(entry)) return `The hash of entry ${entry.seq} is not that of its content.`;
  if (!Number.isSafeInteger(entry.at)) return `The time of entry ${entry.seq} is not a time.`;
  if (entry.at < last.at) return `Entry ${entry.seq} is older than the entry before it.`;
  return null;
}

function bodyFaultOf(entry: Entry): string | null {
  if (entry.body === null && entry.salt === null) return null;
  if (entry.body === null || entry.salt === null) return `Entry ${entry.seq} has been erased by half.`;
  if (!SALT.test(entry.salt) || hashBody(entry.salt, entry.body) !== entry.bodyHash) {
    return `The text of entry ${entry.seq} has been changed.`;
  }
  const body = parseSealedBody(entry.body);
  if (body === null) return `The text of entry ${entry.seq} is not an audit entry.`;
  if (body.at !== entry.at || body.requestId !== entry.requestId) {
    return `The time or request of entry ${entry.seq} has been changed.`;
  }
  return null;
}

function anchorFaultOf(entry: Entry, seen: readonly ChainHead[] = []): string | null {
  if (seen.every((head) => entry.hash.startsWith(head.hash))) return null;
  return `Entry ${entry.seq} is not the one that was seen before: the chain has been rewritten.`;
}
