import { describe, expect, it } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { openAnswer } from '#openai/answer.ts';
import { adminKey, adminKeyText, fakeKey } from './support/fixtures.ts';

const open = (body: unknown, secretAt: readonly string[] | null = null, contentType = 'application/json') =>
  openAnswer({
    bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    contentType,
    secretAt,
    known: [adminKey],
  });

const value = fakeKey('svcacct', 'Fresh0Secret0Value0Nobody0May0See');

describe('opening an answer', () => {
  it('takes the secret out and answers it apart', () => {
    const { body, secrets } = open({ id: 'key_1', api_key: { value, name: 'a' } }, ['api_key', 'value']);
    expect(body).toEqual({ kind: 'json', value: { id: 'key_1', api_key: { value: '[secret]', name: 'a' } } });
    expect(secrets.map((secret) => secret.reveal())).toEqual([value]);
  });

  it('cuts a secret of any shape out of every place that repeats it', () => {
    const odd = 'no-known-shape-12345';
    const answer = open({ value: odd, url: `https://example.com/?k=${odd}`, list: [odd] }, ['value']);
    expect(JSON.stringify(answer)).not.toContain(odd);
    expect(answer.secrets[0]?.reveal()).toBe(odd);
  });

  it('cuts what looks like a key where none was declared', () => {
    const answer = open({ name: `renamed to ${value}`, deeper: { list: [{ x: value }] } });
    expect(JSON.stringify(answer.body)).not.toContain(value);
    expect(answer.secrets).toEqual([]);
  });

  it('cuts our own key, whatever its shape', () => {
    const odd = new Secret('an-odd-admin-key');
    const bytes = Buffer.from('{"error": {"message": "bad an-odd-admin-key"}}');
    const { body } = openAnswer({ bytes, contentType: 'application/json', secretAt: null, known: [odd] });
    expect(body).toEqual({ kind: 'json', value: { error: { message: 'bad [secret]' } } });
  });

  it('cuts what looks like our own key', () => {
    expect(JSON.stringify(open({ error: { message: `bad ${adminKeyText}` } }).body)).not.toContain(adminKeyText);
  });

  it('leaves the masked form of a key as it is, and only that', () => {
    const masked = `${fakeKey('proj', 'abcdefghijkl')}...wxyz`;
    expect(open({ redacted_value: masked }).body).toEqual({ kind: 'json', value: { redacted_value: masked } });
    expect(JSON.stringify(open({ redacted_value: value }).body)).not.toContain(value);
    expect(JSON.stringify(open({ name: masked }).body)).toContain('[secret]');
  });

  it.each([
    ['nothing where it was declared', { id: 'key_1' }],
    ['an empty text', { value: '' }],
    ['a number', { value: 7 }],
    ['null', { value: null }],
  ])('answers no secret for %s', (_, body) => {
    expect(open(body, ['value']).secrets).toEqual([]);
  });

  it.each([
    ['nothing', '', 'application/json', 'empty'],
    ['half an answer', '{"id": "key_1", "val', 'application/json', 'not JSON'],
    ['a page', '<html></html>', 'text/html', 'not JSON'],
    ['JSON that calls itself a page', '{"id": "key_1"}', 'text/html', 'not JSON'],
    ['JSON without a type', '{"id": "key_1"}', '', 'not JSON'],
    ['a list', '[]', 'application/json', 'not an object'],
    ['a text', '"ok"', 'application/json', 'not an object'],
    ['a bomb', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'application/json', 'nested too deep'],
  ])('does not read %s', (...[, text, contentType, why]) => {
    expect(open(text, ['value'], contentType)).toEqual({ body: { kind: 'unreadable', why }, secrets: [] });
  });

  it('does not read bytes that are no text', () => {
    const bytes = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    const { body } = openAnswer({ bytes, contentType: 'application/json', secretAt: null, known: [] });
    expect(body).toEqual({ kind: 'unreadable', why: 'not JSON' });
  });

  it('reads JSON with a charset or a vendor type', () => {
    for (const type of ['application/json; charset=utf-8', 'application/problem+json', 'Application/JSON']) {
      expect(open({ ok: true }, null, type).body.kind).toBe('json');
    }
  });

  it('B17 · keeps a field called __proto__ as a field', () => {
    const { body } = open('{"__proto__": {"polluted": true}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(body)).toContain('__proto__');
  });
});
