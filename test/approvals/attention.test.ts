import { describe, expect, test } from 'vitest';
import { refuseCareless } from '#approvals/attention.ts';
import type { Proof } from '#approvals/proof.ts';
import { shortDigest } from '#domain/canonical.ts';
import { noSafeguards, type Safeguards } from '#policy/safeguards.ts';
import { DIGEST, NOW } from './fixture.ts';
import { codeProof as code, passkeyProof as passkey } from './proofs.ts';

const sight = {
  target: 'search-prod',
  digest: DIGEST,
  danger: 'Archive search-prod. 3 keys used today.',
};

function given(asked: Partial<Safeguards>, how: { dwelt?: number; typed?: string; proof?: Proof } = {}) {
  const attention = { openedAt: how.dwelt === undefined ? null : NOW - how.dwelt, typed: how.typed ?? null };
  return refuseCareless({ ...noSafeguards, ...asked }, { attention, proof: how.proof ?? null, now: NOW }, sight);
}

describe('A13 · an approval counts only after a look', () => {
  test('of so many seconds: 3.9 are refused, 4 are enough', () => {
    expect(given({ dwellMs: 4000 }, { dwelt: 3900 })?.code).toBe('decide.look-again');
    expect(given({ dwellMs: 4000 }, { dwelt: 4000 })).toBeNull();
  });

  test('and a look of which nothing is known is none', () => {
    expect(given({ dwellMs: 4000 })?.code).toBe('decide.look-again');
    expect(given({ dwellMs: 4000 }, { dwelt: -1000 })?.code).toBe('decide.look-again');
  });

  test('says what is most dangerous, and what to do', () => {
    expect(given({ dwellMs: 4000 }, { dwelt: 0 })?.rule).toBe(
      'Look once more: Archive search-prod. 3 keys used today. Press Approve again.',
    );
  });
});

describe('A13 · a target that has to be typed', () => {
  const short = shortDigest(DIGEST);

  test.each(['search-prod', ' SEARCH-Prod ', short, short.toLowerCase(), short.replace('-', ' ')])(
    'is named by %s',
    (typed) => {
      expect(given({ typed: true }, { typed })).toBeNull();
    },
  );

  test.each(['', 'search-dev', 'search', 'prod', `${short}X`])('is not named by “%s”', (typed) => {
    expect(given({ typed: true }, { typed })?.code).toBe('decide.typed-target');
  });

  test('cannot be typed by saying nothing', () => {
    expect(given({ typed: true })?.rule).toContain(`Type search-prod, or the code ${short}`);
  });
});

describe('A11 · proof of presence', () => {
  test('is never made up for by looking or typing', () => {
    expect(given({ stepUp: 'passkey' }, { dwelt: 60_000, typed: 'search-prod', proof: code })?.code).toBe(
      'decide.step-up',
    );
    expect(given({ stepUp: 'code' }, { dwelt: 60_000 })?.code).toBe('decide.step-up');
    expect(given({ stepUp: 'code' }, { proof: code })).toBeNull();
    expect(given({ stepUp: 'code' }, { proof: passkey })).toBeNull();
  });

  test('by passkey stands for dwelling and typing; a code does not', () => {
    expect(given({ stepUp: 'passkey', dwellMs: 4000, typed: true }, { proof: passkey })).toBeNull();
    expect(given({ dwellMs: 4000 }, { proof: code })?.code).toBe('decide.look-again');
  });
});
