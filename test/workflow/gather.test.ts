import { describe, expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import type { JsonObject } from '#domain/json.ts';
import { refuse } from '#domain/refusal.ts';
import { call } from '#operations/call.ts';
import { listUsers } from '#operations/users/list.ts';
import { type Need, read } from '#operations/need.ts';
import type { Operation } from '#operations/operation.ts';
import { gather } from '#workflow/gather.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { slackIds } from '../support/cast.ts';
import { personId } from '#domain/ids.ts';

type NeedOf = (known: JsonObject) => ReturnType<Operation['need']>;

/** An operation that needs what the test says. */
function gathers(small: SmallHouse, need: NeedOf, callBudget = 10) {
  const operation: Operation = { ...listUsers, callBudget, need: (_, known) => need(known) };
  const requester = { slackId: slackIds.erin, personId: personId('erin'), name: 'Erin Vale', openaiEmail: null };
  const ask = { input: {}, requester, requestId: small.house.dice.requestId(), reason: '', now: small.clock.now() };
  return gather(small.house, { operation, ask, context: { priority: 'click', cause: 'test' } });
}

const look = (name: string): Need =>
  read(name, { call: call('GET /organization/users'), keep: () => ({ seen: name }), pages: 'all' });
const missing = (absent: 'fault' | 'null'): Need =>
  read('key', {
    call: call('GET /organization/projects/{project_id}', { params: { project_id: 'proj_none' } }),
    keep: () => 'never',
    absent,
  });

describe('what an operation needs is fetched', () => {
  test('round by round, until it has enough', async () => {
    const small = await openSmallHouse();
    const rounds: string[][] = [];
    const known = await gathers(small, (have) => {
      rounds.push(Object.keys(have));
      return rounds.length < 3 ? [look(`a${rounds.length}`), look(`b${rounds.length}`)] : [];
    });
    expect(rounds).toEqual([[], ['a1', 'b1'], ['a1', 'b1', 'a2', 'b2']]);
    expect(known).toMatchObject({ a1: { seen: 'a1' }, b2: { seen: 'b2' } });
  });

  test('until it refuses', async () => {
    const small = await openSmallHouse();
    const no = refuse('no', { what: 'No.', rule: 'Never.' });
    expect(await gathers(small, (have) => (have['a'] === undefined ? [look('a')] : no))).toBe(no);
  });

  test('within the calls that it declares', async () => {
    const small = await openSmallHouse();
    await expect(gathers(small, () => [look('a'), look('b'), look('c')], 2)).rejects.toThrow(
      'more reads than it declares',
    );
    expect(small.vendor.reads).toEqual([]);
  });

  test('never for ever', async () => {
    const small = await openSmallHouse();
    await expect(gathers(small, () => [look('a')], 1000)).rejects.toThrow('more reads than it declares');
    expect(small.vendor.reads.length).toBeLessThanOrEqual(4);
  });
});

describe('what is not found', () => {
  test('is null where the operation can live with that, and is not looked into', async () => {
    const small = await openSmallHouse();
    expect(await gathers(small, (have) => (have['key'] === undefined ? [missing('null')] : []))).toEqual({ key: null });
  });

  test('is a fault where it cannot', async () => {
    const small = await openSmallHouse();
    await expect(gathers(small, () => [missing('fault')])).rejects.toMatchObject({ code: 'openai.not_found' });
  });
});

test('an answer of another shape is a fault that names the endpoint and keeps its cause', async () => {
  const small = await openSmallHouse();
  const cause = new Error('created_at: expected number');
  const need = read('a', {
    call: call('GET /organization/users'),
    keep: () => {
      throw cause;
    },
  });
  const failing = gathers(small, () => [need]);
  await expect(failing).rejects.toBeInstanceOf(Fault);
  await expect(failing).rejects.toMatchObject({ code: 'openai.bad_answer', cause });
  await expect(failing).rejects.toThrow('GET /organization/users');
});
