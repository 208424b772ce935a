import { expect, test } from 'vitest';
import type { JsonObject } from '#domain/json.ts';
import { continueRequest } from '#operations/requests/continue.ts';
import { erinAsks } from '../erin-asks.ts';
import { left } from './samples.ts';

const ask = erinAsks({ request: left.id });
const goOn = (change: JsonObject = {}) => continueRequest.redirect?.to(ask, { left: { ...left, ...change } });

test('what was done in part is asked for again, to be planned from what is there now', () => {
  expect(goOn()).toEqual({ operation: 'users.offboard', input: left.input });
});

test('what was done whole, or not at all, or is unknown has nothing to continue', () => {
  for (const state of ['succeeded', 'failed', 'denied', 'executing', 'unknown'])
    expect(goOn({ state })).toMatchObject({ kind: 'refusal', code: 'requests.continue.nothing' });
  expect(continueRequest.redirect?.to(ask, { left: null })).toMatchObject({ code: 'requests.continue.nothing' });
});

test('what belongs to something the request made is not planned a second time, and is named', () => {
  expect(goOn({ hangsOnNew: true, left: ['Add Bea', 'Set the limit'] })).toMatchObject({
    code: 'requests.continue.hangs-on-new',
    rule: expect.stringContaining('Left: Add Bea; Set the limit.') as unknown,
  });
});
