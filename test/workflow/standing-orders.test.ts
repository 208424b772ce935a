import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, secondMs } from '#domain/instant.ts';
import { operationId, type RequestId } from '#domain/ids.ts';
import { openStore } from '#storage/open-store.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { at } from '../support/cast.ts';
import { kindsRemembered } from '../support/remembered.ts';
import { buildSmallHouse, openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../support/small-policy.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { asks, collects, decides, drafts, must, recordOf, requested, standing } from '../support/walk.ts';

const rules = `  - name: Anybody may propose a standing order
    operations: orders.propose
    requesters: everyone

  - name: Owners may stop their own
    operations: keys.revoke
    requesters: everyone
    when: { own: true }
    standing: true

  - name: A key for a month
    operations: keys.issue
    requesters: everyone
    projects: search-dev
    bounds: { lifetime_max: 30d }
    standing: true

live: on`;

const critical = 'critical: { approvals: 2, from: approvers';
// That a critical plan is looked at twice is told elsewhere.
const policy = (...changes: readonly PolicyChange[]) =>
  smallPolicy(['live: on', rules], [critical, `${critical}, dwell: 0s`], ...changes);

interface Cap {
  readonly total?: number;
  readonly perPerson?: number;
  readonly perPersonWithin?: number;
  readonly atMost?: number;
  readonly within?: number;
}

async function proposes(small: SmallHouse, rule: string, cap: Cap = {}) {
  const drafted = await small.useCases.draft({
    operationId: operationId('orders.propose'),
    input: { rule, for: 90 * dayMs, total: 50, perPerson: 1, ...cap },
    reason: 'the workshop',
    caller: at('erin'),
  });
  if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
  const { id } = drafted.picture.record.terms;
  must(await small.useCases.submit({ requestId: id, typedName: null, caller: at('erin') }));
  return id;
}

/** In force: two people have countersigned it. */
async function ordered(small: SmallHouse, rule: string, cap?: Cap) {
  const id = await proposes(small, rule, cap);
  for (const who of ['bea', 'omar'] as const) must(await decides(small, id, { who }));
  small.clock.forward(60_000);
  await executeApproved(small.house);
  return id;
}

const key = 'A key for a month';
const own = 'Owners may stop their own';

describe('a standing order', () => {
  test('is exempt from the step-up of approvers, because nobody approves under it', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, key);
    const stricter: PolicyChange = ['routine: { approvals: 1', 'routine: { step_up: passkey, approvals: 1'];
    small.setPolicy(policy(stricter));
    const id = await requested(small, 'a new key');
    expect(await standing(small, id)).toMatchObject({ state: 'waiting' });
    await collects(small, id);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    await expect(requested(small, 'a new key')).rejects.toThrow('step-up.unreachable');
  });

  test('is in force when two people have countersigned it, and not before', async () => {
    const small = await openSmallHouse({ policy: policy() });
    const id = await proposes(small, key);
    must(await decides(small, id, { who: 'bea' }));
    await executeApproved(small.house);
    expect(await small.store.read.orders.active()).toEqual([]);
    must(await decides(small, id, { who: 'omar' }));
    small.clock.forward(60_000);
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    expect(await small.store.read.orders.active()).toMatchObject([{ id: 1, requestId: id, terms: { total: 50 } }]);
  });

  test('covers what is within it at once: nobody approves, the use is counted and told', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, key);
    const id = await requested(small, 'a new key', 'priya');
    expect((await recordOf(small, id)).terms.warrant).toMatchObject({
      by: 'standing-order',
      order: { id: 1, name: key },
    });
    expect(await standing(small, id)).toMatchObject({ state: 'waiting' });
    expect((await collects(small, id, { who: 'priya' })).outcome).toMatchObject({ kind: 'done' });
    expect(await small.store.read.orders.uses(1)).toMatchObject([{ requestId: id, person: 'priya' }]);
    expect(await kindsRemembered(small)).toEqual(expect.arrayContaining(['order.begun', 'order.used']));
    const due = await small.store.read.outbox.due(small.clock.now(), 1000);
    expect(due.find((row) => row.key === `order-use:${id}`)?.payload).toMatchObject({
      channel: 'C0AUDIT001',
      text: expect.stringContaining('Under standing order O-1 “A key for a month”: Priya Raman') as unknown,
    });
  });

  test('lets owners stop their own keys, and nobody another’s', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, own);
    const mine = await requested(small, 'revoke her key', 'erin');
    await executeApproved(small.house);
    expect(await standing(small, mine)).toMatchObject({ state: 'succeeded' });
    const other = await requested(small, 'revoke in production', 'priya');
    expect((await recordOf(small, other)).terms.warrant).toEqual({ by: 'quorum' });
    expect(await standing(small, other)).toMatchObject({ state: 'pending' });
  });

  test('leaves to people whatever is beyond it', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, key);
    const longer = await small.useCases.draft({
      ...asks['a new key'],
      input: { ...asks['a new key'].input, for: 31 * dayMs },
      reason: 'longer',
      caller: at('erin'),
    });
    expect(longer).toMatchObject({ picture: { record: { terms: { warrant: { by: 'quorum' } } } } });
  });

  test('covers each person as often as it says, and no more', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, key);
    const first = await requested(small, 'a new key', 'priya');
    await collects(small, first, { who: 'priya' });
    const second = await requested(small, 'a new key', 'priya');
    expect(await standing(small, second)).toMatchObject({ state: 'pending' });
  });

  test('covers each person so often within its period, and again when that is over', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, key, { perPersonWithin: 30 * dayMs });
    const gets = async () => {
      const id = await requested(small, 'a new key', 'priya');
      await collects(small, id, { who: 'priya' });
      return (await standing(small, id)).state;
    };
    expect([await gets(), await gets()]).toEqual(['succeeded', 'pending']);
    small.clock.forward(30 * dayMs - 10 * secondMs);
    expect(await gets()).toBe('pending');
    small.clock.forward(11 * secondMs);
    expect(await gets()).toBe('succeeded');
  });

  test('covers everybody together so often within a span, and counts each time it did not', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, key, { perPerson: 10, atMost: 2, within: 7 * dayMs });
    const gets = async (who: 'erin' | 'priya') => {
      const id = await requested(small, 'a new key', who);
      await collects(small, id, { who });
      return (await standing(small, id)).state;
    };
    expect([await gets('erin'), await gets('priya'), await gets('erin')]).toEqual([
      'succeeded',
      'succeeded',
      'pending',
    ]);
    expect(await small.store.read.orders.refusals(1)).toEqual([{ code: 'order.often', times: 1 }]);
    small.clock.forward(7 * dayMs);
    expect(await gets('erin')).toBe('succeeded');
    const shown = await small.useCases.read({
      operationId: operationId('orders.show'),
      input: { order: 'O-1' },
      caller: at('bea'),
    });
    expect(JSON.stringify(shown)).toContain('10 a person, 2 in all within 7 days');
    expect(JSON.stringify(shown)).toContain('1 × too many lately');
  });

  test('is not proposed with half a cap', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await expect(proposes(small, key, { atMost: 5 })).rejects.toThrow('orders.propose.half-cap');
  });

  test.each([
    ['ended by one person', async (small: SmallHouse) => ends(small)],
    ['not said by the policy any more', async (small: SmallHouse) => small.setPolicy(smallPolicy())],
    [
      'said otherwise by the policy',
      async (small: SmallHouse) =>
        small.setPolicy(policy(['    when: { own: true }', '    when: { own: true, several: { over: 1 } }'])),
    ],
  ])('carries nothing once it is %s, also what was sent before', async (_, happens) => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, own);
    const sent = await requested(small, 'revoke her key', 'erin');
    expect(await standing(small, sent)).toMatchObject({ state: 'approved' });
    await happens(small);
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toEqual([]);
    expect(await standing(small, sent)).toMatchObject({ state: 'stale' });
    expect(await drafts(small, 'revoke her key', 'erin')).toMatchObject({
      picture: { record: { terms: { warrant: { by: 'quorum' } } } },
    });
  });

  test('ends by itself', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, own);
    small.clock.forward(90 * dayMs);
    expect(await drafts(small, 'revoke her key', 'erin')).toMatchObject({
      picture: { record: { terms: { warrant: { by: 'quorum' } } } },
    });
  });

  test('is held back by a freeze', async () => {
    const small = await openSmallHouse({ policy: policy() });
    await ordered(small, own);
    await small.useCases.stop({
      operationId: operationId('freezes.freeze'),
      input: { scope: 'operation', project: null, user: null, operation: 'keys.revoke' },
      reason: 'wait',
      caller: at('bea'),
    });
    const id = await requested(small, 'revoke her key', 'erin');
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'approved' });
    expect(small.vendor.arrivals).toEqual([]);
  });
});

async function ends(small: SmallHouse) {
  const input = { order: 'O-1' };
  await small.useCases.stop({ operationId: operationId('orders.end'), input, reason: 'enough', caller: at('priya') });
}

test('However many claim at once from two connections, an order is never used more often than it says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      async (total, sides) => {
        const url = `sqlite:${join(temporaryFolder(), 'orders.sqlite')}`;
        const small = await buildSmallHouse({ url, policy: policy() });
        const second = await openStore({ url });
        try {
          await ordered(small, key, { total, perPerson: 10 });
          const ids: RequestId[] = [];
          for (const _ of sides) ids.push(await requested(small, 'a new key', 'erin'));
          const other = small.restarted((house) => ({ ...house, store: second }));
          await Promise.all(ids.map((id, i) => collects(sides[i] === true ? small : other, id)));
          const used = await small.store.read.orders.uses(1);
          // One that met the other connection’s lock may have to press again; nobody ever gets more than was countersigned.
          expect(used.length).toBeLessThanOrEqual(total);
          expect(used.length).toBeGreaterThan(0);
          const made = small.vendor.organization.madeAccounts();
          expect(made.length).toBe(used.length);
        } finally {
          await second.close();
          await small.close();
        }
      },
    ),
    // Each run opens a database of its own; the schedules that differ are few.
    { numRuns: 3 },
  );
});

test('A policy that wants standing orders for more than routine changes is not loaded', () => {
  expect(() =>
    policy([
      'operations: keys.revoke\n    requesters: everyone\n    when',
      'operations: projects.archive\n    requesters: everyone\n    when',
    ]),
  ).toThrow('A standing order is for routine changes only');
  expect(() => policy(['    when: { own: true }\n', ''])).toThrow('A standing order is for routine changes only');
});
