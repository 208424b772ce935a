import { format, inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { fakeOpenAiKey } from '../support/fake-secret.ts';

const value = fakeOpenAiKey('canary'.repeat(4));
const secret = new Secret(value);

/** Every way in which a program writes a value down without meaning to. */
const accidents: readonly (readonly [way: string, write: () => string])[] = [
  ['as a string', () => String(secret)],
  ['in a template', () => `key: ${secret as unknown as string}`],
  ['by adding it to a string', () => 'key: ' + (secret as unknown as string)],
  ['by joining a list', () => [secret, secret].join()],
  ['in JSON', () => JSON.stringify({ a: [secret], b: { secret } })],
  ['in indented JSON', () => JSON.stringify(secret, null, 2)],
  ['by inspecting it', () => inspect(secret)],
  ['by inspecting it with everything hidden shown', () => inspect({ secret }, { showHidden: true, depth: null })],
  ['by inspecting it without its own say', () => inspect(secret, { customInspect: false, showHidden: true })],
  ['by inspecting it with getters', () => inspect([secret], { getters: true, depth: 9 })],
  ...['%s', '%o', '%O', '%j', '%d', '%i', '%f'].map(
    (sign) => [`by format ${sign}`, () => format(sign, secret)] as const,
  ),
  ['by format without a sign', () => format('key', secret, { secret })],
  ['by copying it', () => JSON.stringify(Object.assign({}, secret))],
  ['by listing its properties', () => JSON.stringify(Object.getOwnPropertyNames(secret))],
  ['by listing its entries', () => JSON.stringify(Object.entries(secret))],
  ['by cloning it', () => inspect(structuredClone(secret), { depth: 9 })],
  ['in an error', () => inspect(new Error(`failed for ${String(secret)}`, { cause: secret }), { depth: 9 })],
  ['as a thrown thing', () => inspect(Object.assign(new Error('failed'), { secret }), { showHidden: true })],
  ['in a map and a set', () => inspect([new Map([[secret, secret]]), new Set([secret])], { depth: 9 })],
];

describe('a secret is never written down', () => {
  test.each(accidents)('%s', (_, write) => {
    expect(write()).not.toContain(value);
    expect(write()).not.toContain('canary');
  });
});

test('a secret says that it is one', () => {
  expect(String(secret)).toBe('[secret]');
  expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
});

test('only asking for it gives it', () => {
  expect(secret.reveal()).toBe(value);
});
