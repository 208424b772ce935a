import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { Secret } from '#domain/secret.ts';
import { createPointers, openRequest, openStart, requestActions, sealRequest, sealStart } from '#slack/ids.ts';
import { searchKey } from './pictures.ts';
import { macKey, pointers } from './pointers.ts';

const record = { terms: { id: searchKey }, digest: 'ab'.repeat(32) };

describe('what a button carries', () => {
  test('comes back as the request and the beginning of its digest, and holds nothing else', () => {
    const value = sealRequest(pointers, 'request.approve', record);
    expect(openRequest(pointers, 'request.approve', value)).toEqual({ requestId: searchKey, digest16: 'ab'.repeat(8) });
    expect(Object.keys(JSON.parse(value) as object).sort()).toEqual(['m', 'p', 'v']);
    expect((JSON.parse(value) as { p: object }).p).toEqual({ r: searchKey, d: 'ab'.repeat(8) });
  });

  test('B7 · is worth nothing on another button, at another installation, or under another key', () => {
    const value = sealRequest(pointers, 'request.details', record);
    for (const action of requestActions.filter((each) => each !== 'request.details'))
      expect(openRequest(pointers, action, value)).toBeNull();
    expect(openRequest(createPointers({ macKey, deployment: 'staging' }), 'request.details', value)).toBeNull();
    expect(
      openRequest(createPointers({ macKey: new Secret('another'), deployment: 'test' }), 'request.details', value),
    ).toBeNull();
  });

  test('B4 · is refused when a single character of it was changed', () => {
    const value = sealRequest(pointers, 'request.approve', record);
    fc.assert(
      fc.property(
        fc.nat(value.length - 1),
        fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
        (at, other) => {
          const forged = value.slice(0, at) + other + value.slice(at + 1);
          fc.pre(forged !== value);
          const opened = openRequest(pointers, 'request.approve', forged);
          // White space between JSON tokens is the same value; nothing else may pass.
          expect(opened === null || JSON.stringify(JSON.parse(forged)) === value).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('never reads like a credential, whatever it points at, or its message would be held back', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const { m } = JSON.parse(pointers.seal('request.approve', { r: id })) as { m: string };
        expect(m).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  test('B4 · anything at all that is not ours is refused without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(openRequest(pointers, 'request.approve', text)).toBeNull();
        expect(openStart(pointers, text)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });
});

test('a row’s button carries its operation and input under the same MAC', () => {
  const start = { operation: operationId('keys.revoke'), input: { key: { id: 'key_1', name: 'a' } } };
  expect(openStart(pointers, sealStart(pointers, start))).toEqual(start);
  expect(openStart(pointers, sealStart(pointers, start).replace('key_1', 'key_2'))).toBeNull();
});
