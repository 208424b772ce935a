import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { cutKeys, redact, redactedLine } from '#openai/redact.ts';
import { adminKeyText, fakeKey } from './support/fixtures.ts';

describe('redaction', () => {
  it('cuts what has the shape of a key, also one nobody knew', () => {
    const key = fakeKey('proj', 'a'.repeat(40));
    expect(redact(`Incorrect API key provided: ${key}.`, [])).toBe('Incorrect API key provided: [secret].');
  });

  it('cuts a known secret wherever it stands, whatever its shape', () => {
    const odd = new Secret('correct horse');
    expect(cutKeys('the correct horse, again: correct horse', [odd])).toBe('the [secret], again: [secret]');
  });

  it('cuts credentials of headers and of proxies', () => {
    expect(redact('authorization: Bearer abcdefgh12345678', [])).toBe('authorization: Bearer [secret]');
    expect(redact(`proxy ${['http://bot', 'word@proxy.example'].join(':')}:3128 refused`, [])).toBe(
      'proxy http://[secret]@proxy.example:3128 refused',
    );
  });

  it('keeps e-mail addresses, masked keys and ordinary words', () => {
    const text = 'erin@example.com asked about sk-proj-abc...wxyz in the Basic plan';
    expect(redact(text, [])).toBe(text);
  });

  it('makes one line of at most three hundred characters', () => {
    const line = redactedLine(`first\nsecond\u202e ${'x'.repeat(500)}`, []);
    expect(line.startsWith('first second x')).toBe(true);
    expect(line).toHaveLength(300);
  });

  it('leaves no trace of a secret in any text around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(before + adminKeyText + after, [new Secret(adminKeyText)])).not.toContain(adminKeyText);
      }),
    );
  });
});
