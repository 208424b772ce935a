import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readBody } from '#audit/body.ts';
import { GENESIS, link } from '#audit/chain.ts';
import { saltOf, sampleChain } from './sample-chain.ts';

const body = { v: 1, kind: 'request.made', who: 'U0ERIN', what: { project: 'search-dev' } } as const;
const fresh = { at: 1_000, requestId: 'R1', body, salt: saltOf(1) };

describe('link', () => {
  it('begins with entry 1 after 64 zeros and continues from the hash before', () => {
    const first = link(null, fresh);
    const second = link(first, { ...fresh, salt: saltOf(2) });
    expect([first.seq, first.prev]).toEqual([1, GENESIS]);
    expect([second.seq, second.prev]).toEqual([2, first.hash]);
  });

  it('hashes exactly the bytes that its documentation names', () => {
    const entry = link({ seq: 258, hash: 'ab'.repeat(32) }, fresh);
    const text =
      '{"at":1000,"kind":"request.made","requestId":"R1","v":1,"what":{"project":"search-dev"},"who":"U0ERIN"}';
    const bodyHash = createHash('sha256').update(saltOf(1)).update(text).digest();
    const seq = Buffer.from([0, 0, 0, 0, 0, 0, 1, 3]);
    const hash = createHash('sha256')
      .update(Buffer.concat([Buffer.from([0]), seq, Buffer.alloc(32, 0xab), bodyHash]))
      .digest('hex');
    expect(entry).toMatchObject({
      body: text,
      bodyHash: bodyHash.toString('hex'),
      hash,
      salt: saltOf(1).toString('hex'),
    });
  });

  it('gives two equal bodies different hashes when their salts differ, so that an erased body cannot be guessed', () => {
    expect(link(null, fresh).bodyHash).not.toBe(link(null, { ...fresh, salt: saltOf(2) }).bodyHash);
  });

  it('binds the time and the request', () => {
    const hashes = [fresh, { ...fresh, at: 1_001 }, { ...fresh, requestId: 'R2' }, { ...fresh, requestId: null }].map(
      (one) => link(null, one).hash,
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('refuses a salt that is too short to hide anything', () => {
    expect(() => link(null, { ...fresh, salt: Buffer.alloc(8) })).toThrow('16 bytes');
  });
});

describe('readBody', () => {
  it('answers what was said, and null for an erased entry', () => {
    const entry = sampleChain(1)[0]!;
    expect(readBody(entry)).toMatchObject({ kind: 'request.decided', who: 'U0ERIN', what: { n: 1 }, at: entry.at });
    expect(readBody({ body: null })).toBeNull();
  });
});
