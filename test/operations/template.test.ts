import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import {
  attemptSlot,
  bind,
  type Bindings,
  bindJson,
  type CallTemplate,
  join,
  requestIdSlot,
  resultOf,
  secondsUntil,
  slotJson,
} from '#operations/template.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const bindings: Bindings = {
  requestId: 'R1',
  attempt: 3,
  now: NOON,
  results: { account: { id: 'user_1', nested: { size: 7, deep: [{ id: 'x' }] }, flag: true } },
};
const endpoint = 'POST /organization/projects/{project_id}/service_accounts' as const;
const template = (body: CallTemplate['body']): CallTemplate => ({ endpoint, params: {}, query: {}, body });

describe('each slot stands for one thing that the record knows', () => {
  test.each([
    ['the request', requestIdSlot, 'R1'],
    ['the attempt', attemptSlot, 3],
    ['an earlier answer', resultOf('account', 'id'), 'user_1'],
    ['a number of an earlier answer', resultOf('account', 'nested', 'size'), 7],
    ['an item of an earlier answer', resultOf('account', 'nested', 'deep', '0', 'id'), 'x'],
    ['several joined', join('a-', requestIdSlot, '-', attemptSlot), 'a-R1-3'],
    ['the whole seconds that are left', secondsUntil(NOON + 90_999), 90],
    ['at least one second', secondsUntil(NOON - 1), 1],
  ])('%s', (_, slot, value) => {
    expect(bind(template({ value: slotJson(slot) }), bindings).body).toEqual({ value });
    expect(bindJson({ value: slot }, bindings)).toEqual({ value });
  });

  test.each([
    ['a step that has not answered', resultOf('key', 'id')],
    ['a path that the answer lacks', resultOf('account', 'name')],
    ['something that is no word or number', resultOf('account', 'flag')],
    ['a whole object', resultOf('account', 'nested')],
  ])('%s is a bug, and nothing is sent', (_, slot) => {
    expect(() => bind(template({ value: slotJson(slot) }), bindings)).toThrow('answered no');
  });

  test('a slot nobody knows is a bug', () => {
    expect(() => bind(template({ value: { $: 'env', name: 'HOME' } }), bindings)).toThrow('A case was not handled');
  });
});

describe('binding', () => {
  test('fills slots in the path, in lists and inside objects, and leaves the rest as it is', () => {
    const call = bind(
      {
        endpoint,
        params: { project_id: 'proj_1', service_account_id: resultOf('account', 'id'), n: attemptSlot },
        query: { owner_project_access: 'any' },
        body: { list: ['a', slotJson(attemptSlot)], deep: { name: slotJson(requestIdSlot), none: null, yes: true } },
      },
      bindings,
    );
    expect(call).toEqual({
      endpoint,
      params: { project_id: 'proj_1', service_account_id: 'user_1', n: '3' },
      query: { owner_project_access: 'any' },
      body: { list: ['a', 3], deep: { name: 'R1', none: null, yes: true } },
    });
  });

  test('a template without slots is sent byte for byte as it was approved', () => {
    const value = fc.jsonValue().filter((json) => !JSON.stringify(json).includes('"$"'));
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__' && key !== '$'),
          value,
        ),
        (body) => {
          const given = JSON.parse(JSON.stringify(body)) as NonNullable<CallTemplate['body']>;
          expect(canonicalJson(bind(template(given), bindings).body)).toBe(canonicalJson(given));
        },
      ),
    );
  });

  test('a body that is none stays none', () => {
    expect(bind(template(null), bindings).body).toBeNull();
  });

  test('depends on nothing but template and bindings', () => {
    const given = template({ name: slotJson(join('x', requestIdSlot)), ends: slotJson(secondsUntil(NOON + 5000)) });
    expect(bind(given, bindings)).toEqual(bind(structuredClone(given), structuredClone(bindings)));
  });
});
