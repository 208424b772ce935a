import { Secret as OtpSecret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { personId } from '#domain/ids.ts';
import { Secret } from '#domain/secret.ts';
import { codeStep, newSeed } from '#identity/codes.ts';
import { newRecoveryCodes, recoveryHash } from '#identity/recovery-codes.ts';
import { createSeal } from '#identity/seal.ts';

const bea = personId('bea');
const omar = personId('omar');
const now = Date.UTC(2026, 10, 29, 12);
const step = now / 30_000;
const seal = createSeal(new Secret(Buffer.alloc(32, 1).toString('base64')));
const what = { person: bea, purpose: 'code-seed' } as const;

describe('one-time codes', () => {
  const sheet = newSeed(seal, bea, 'Bea');
  const seed = seal.open(sheet.sealed, what);
  const codeAt = (at: number) =>
    new TOTP({ secret: OtpSecret.fromBase32(sheet.text.reveal().replaceAll(' ', '')) }).generate({ timestamp: at });

  it('are those of RFC 6238', () => {
    const rfc = new Secret(OtpSecret.fromLatin1('12345678901234567890').base32);
    expect(codeStep(rfc, { code: '287082', now: 59_000 })).toBe(1);
  });

  it.each([
    ['now', 0, step],
    ['half a minute early', 30_000, step + 1],
    ['half a minute late', -30_000, step - 1],
    ['a minute late', -60_000, null],
    ['a minute early', 60_000, null],
  ])('are known by their step: %s', (_, off, expected) => {
    expect(codeStep(seed, { code: codeAt(now + off), now })).toBe(expected);
  });

  it.each(['', '12345', 'abcdef', '1234567', '１２３４５６'])('are six digits, not %j', (code) => {
    expect(codeStep(seed, { code, now })).toBeNull();
  });

  it('are drawn as a picture and as text, each a secret', () => {
    expect(sheet.svg.reveal()).toMatch(/^<svg /);
    expect(sheet.text.reveal()).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(JSON.stringify(sheet)).not.toContain(sheet.text.reveal().slice(0, 9));
  });

  it('A1 · are never the same for two people: every seed is thrown anew', () => {
    const seeds = [bea, omar, bea].map((person) => newSeed(seal, person, 'x').text.reveal());
    expect(new Set(seeds).size).toBe(3);
  });
});

describe('a seal', () => {
  it('opens for its person alone, with its key alone, unchanged alone', () => {
    const sealed = seal.close(new Secret('the seed'), what);
    expect(sealed).not.toContain('seed');
    expect(seal.open(sealed, what).reveal()).toBe('the seed');
    expect(() => seal.open(sealed, { ...what, person: omar })).toThrow('does not open');
    expect(() => createSeal(new Secret(Buffer.alloc(32, 2).toString('base64'))).open(sealed, what)).toThrow();
    const [version, nonce, text = '', tag] = sealed.split('.');
    const other = `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
    expect(() => seal.open([version, nonce, other, tag].join('.'), what)).toThrow('does not open');
    expect(() => seal.open('', what)).toThrow('does not open');
  });
});

describe('recovery codes', () => {
  it('are five, each known again however it is typed, and only for its person', () => {
    const codes = newRecoveryCodes().map((code) => code.reveal());
    expect(new Set(codes).size).toBe(5);
    const [code = ''] = codes;
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const hash = recoveryHash(bea, code);
    expect(recoveryHash(bea, code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(
      hash,
    );
    expect(recoveryHash(omar, code)).not.toBe(hash);
    expect(recoveryHash(bea, 'short')).toBeNull();
  });
});
