import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChainHead } from '#audit/chain.ts';
import { hashBody, hashEntry, link } from '#audit/chain.ts';
import type { Entry } from '#audit/entry.ts';
import { createVerifier, type Verification } from '#audit/verify.ts';
import { saltOf, sampleChain } from './sample-chain.ts';

function verify(entries: readonly Entry[], trusted: readonly ChainHead[] = []): Verification {
  const verifier = createVerifier(trusted);
  for (const entry of entries) if (!verifier.add(entry)) break;
  return verifier.result();
}

const erase = (entry: Entry): Entry => ({ ...entry, body: null, salt: null });
const rehash = (entry: Entry): Entry => ({ ...entry, hash: hashEntry(entry) });
const chain = sampleChain(40);
const head = chain.at(-1)!;

/** Everything a person with the database open could do to one place of the chain. */
const mutations: Readonly<Record<string, (entries: Entry[], at: number, other: number) => void>> = {
  'edit the text': (entries, at) =>
    change(entries, at, (entry) => ({ ...entry, body: entry.body!.replace('Erin', 'Evan') })),
  'edit the text and its hash': (entries, at) =>
    change(entries, at, (entry) => {
      const body = entry.body!.replace('Erin', 'Evan');
      return { ...entry, body, bodyHash: hashBody(entry.salt!, body) };
    }),
  'edit the text and rehash the entry': (entries, at) =>
    change(entries, at, (entry) => {
      const body = entry.body!.replace('Erin', 'Evan');
      return rehash({ ...entry, body, bodyHash: hashBody(entry.salt!, body) });
    }),
  'move the time': (entries, at) => change(entries, at, (entry) => ({ ...entry, at: entry.at + 1 })),
  'give it to another request': (entries, at) => change(entries, at, (entry) => ({ ...entry, requestId: 'R9' })),
  'change the salt': (entries, at) => change(entries, at, (entry) => ({ ...entry, salt: saltOf(999).toString('hex') })),
  'erase by half': (entries, at) => change(entries, at, (entry) => ({ ...entry, salt: null })),
  'flip the link': (entries, at) => change(entries, at, (entry) => rehash({ ...entry, prev: 'f'.repeat(64) })),
  'claim another number': (entries, at) => change(entries, at, (entry) => rehash({ ...entry, seq: entry.seq + 1 })),
  delete: (entries, at) => entries.splice(at, 1),
  'delete the rest': (entries, at) => entries.splice(at),
  duplicate: (entries, at) => entries.splice(at, 0, entries[at]!),
  swap: (entries, at, other) => {
    const second = other === at ? (at + 1) % entries.length : other;
    [entries[at], entries[second]] = [entries[second]!, entries[at]!];
  },
  'rewrite everything from here': (entries, at) => {
    entries.splice(at, entries.length, ...relink(entries.slice(0, at), entries.length - at));
  },
};

function change(entries: Entry[], at: number, how: (entry: Entry) => Entry): void {
  entries[at] = how(entries[at]!);
}

function relink(kept: readonly Entry[], count: number): Entry[] {
  const made: Entry[] = [];
  let previous = kept.at(-1) ?? null;
  for (let n = 0; n < count; n += 1) {
    const body = { v: 1, kind: 'request.moved', who: 'U0EVAN', what: {} } as const;
    previous = link(previous, { at: (previous?.at ?? 0) + 1, requestId: null, body, salt: saltOf(n) });
    made.push(previous);
  }
  return made;
}

describe('createVerifier', () => {
  it('proves an untouched chain and answers its head', () => {
    expect(verify(chain, [head])).toEqual({ ok: true, entries: 40, erased: 0, head: { seq: 40, hash: head.hash } });
  });

  it('proves an empty chain, unless entries were seen before', () => {
    expect(verify([])).toEqual({ ok: true, entries: 0, erased: 0, head: null });
    expect(verify([], [head])).toMatchObject({ ok: false, seq: 1 });
  });

  it('still proves a chain with erased bodies, and counts them', () => {
    const some = chain.map((entry, i) => (i % 5 === 0 ? erase(entry) : entry));
    expect(verify(some, [head])).toMatchObject({ ok: true, entries: 40, erased: 8 });
  });

  it('finds every one of 3 000 random mutations, given the head that was seen outside', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(mutations)),
        fc.integer({ min: 0, max: 39 }),
        fc.integer({ min: 0, max: 39 }),
        (name, at, other) => {
          const entries = [...chain];
          mutations[name]!(entries, at, other);
          expect(verify(entries, [head]), `${name} at ${at}`).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it.each(Object.keys(mutations))('can be shown to catch: %s', (name) => {
    const entries = [...chain];
    mutations[name]!(entries, 11, 20);
    const verdict = verify(entries, [head]);
    expect(verdict.ok).toBe(false);
    expect(verdict).toHaveProperty('sentence', expect.stringMatching(/^[A-Z].*\.$/));
  });

  it('names the first wrong entry', () => {
    const entries = [...chain];
    mutations['edit the text']!(entries, 11, 0);
    expect(verify(entries)).toEqual({ ok: false, seq: 12, sentence: 'The text of entry 12 has been changed.' });
  });

  it('accepts a trusted head by its first characters and refuses two different ones for one entry', () => {
    const short = { seq: 12, hash: chain[11]!.hash.slice(0, 8) };
    expect(verify(chain, [short, head])).toMatchObject({ ok: true });
    const wrong = { seq: 12, hash: short.hash.startsWith('0000') ? '1111' : '0000' };
    expect(verify(chain, [short, wrong])).toMatchObject({ ok: false, seq: 12 });
    expect(() => createVerifier([{ seq: 1, hash: '' }])).toThrow('four characters');
  });

  it('refuses a well-hashed text that is no audit entry', () => {
    const body = '{"v":1}';
    const bodyHash = hashBody(chain[0]!.salt!, body);
    expect(verify([rehash({ ...chain[0]!, body, bodyHash })])).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('not an audit entry'),
    });
  });

  it('refuses a clock that runs backwards, even in a chain that is linked correctly', () => {
    const first = chain[0]!;
    const body = { v: 1, kind: 'request.moved', who: 'U0ERIN', what: {} } as const;
    const second = link(first, { at: first.at - 1, requestId: null, body, salt: saltOf(2) });
    expect(verify([first, second])).toMatchObject({ ok: false, seq: 2, sentence: expect.stringContaining('older') });
  });

  it('stays with its first finding', () => {
    const verifier = createVerifier();
    expect(verifier.add(chain[1]!)).toBe(false);
    expect(verifier.add(chain[0]!)).toBe(false);
    expect(verifier.result()).toMatchObject({ ok: false, seq: 1 });
  });
});
