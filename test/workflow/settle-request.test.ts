import { describe, expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { call } from '#operations/call.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { recoverInterrupted, settleUnknown } from '#workflow/settle-request.ts';
import type { Mishap } from '../support/fake-vendor.ts';
import { remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, standing } from '../support/walk.ts';

const KEY = '/organization/projects/{project_id}/api_keys/{api_key_id}';
const readKey = call(`GET ${KEY}`, { params: { project_id: 'proj_dev', api_key_id: 'key_dev' } });

/** A revocation whose answer was lost: after it happened, or before. */
async function lost(mishap: Mishap = 'lost-after') {
  const small = await openSmallHouse();
  const id = await approved(small, 'revoke her key');
  small.vendor.willGoWrong(`DELETE ${KEY}`, mishap);
  await executeApproved(small.house);
  expect((await standing(small, id)).state).toBe('unknown');
  return { small, id };
}

async function settledAfter(small: SmallHouse, waitMs: number, id: Parameters<typeof standing>[1]) {
  small.clock.forward(waitMs);
  await settleUnknown(small.house);
  return standing(small, id);
}

describe('an unknown deletion', () => {
  test('that happened is proven at once, because what is not found is gone', async () => {
    const { small, id } = await lost('lost-after');
    expect(await settledAfter(small, 0, id)).toEqual({
      state: 'succeeded',
      outcome: 'Done; the answer was lost, and reading OpenAI back shows that it happened.',
    });
    expect(
      (await remembered(small)).slice(-2).map(({ kind, what }) => [kind, what['outcome'] ?? what['event']]),
    ).toEqual([
      ['call.settled', 'applied'],
      ['request.moved', expect.any(String)],
    ]);
  });

  test('that did not happen is waited for 90 seconds, because an answer can come late', async () => {
    const { small, id } = await lost('lost-before');
    expect((await settledAfter(small, 90 * secondMs - 1, id)).state).toBe('unknown');
    expect(await settledAfter(small, 1, id)).toEqual({
      state: 'failed',
      outcome: 'Nothing was changed: reading OpenAI back shows that it did not happen.',
    });
    expect((await small.store.read.requests.effects(id)).map(({ status }) => status)).toEqual(['not-applied']);
  });

  test('is never sent again, whatever is found', async () => {
    for (const mishap of ['lost-after', 'lost-before'] as const) {
      const { small, id } = await lost(mishap);
      await settledAfter(small, 2 * minuteMs, id);
      expect(small.vendor.arrivals).toHaveLength(1);
    }
  });

  test('that happens late is still found out', async () => {
    const { small, id } = await lost('lost-before');
    expect((await settledAfter(small, 60 * secondMs, id)).state).toBe('unknown');
    small.vendor.organization.keys.delete('key_dev');
    expect((await settledAfter(small, secondMs, id)).state).toBe('succeeded');
  });
});

describe('when OpenAI cannot be asked', () => {
  test('it stays unknown, and is asked again', async () => {
    const { small, id } = await lost();
    small.vendor.readFault = new Fault('openai.unreachable', 'down');
    expect((await settledAfter(small, 10 * minuteMs, id)).state).toBe('unknown');
    small.vendor.readFault = null;
    expect((await settledAfter(small, 0, id)).state).toBe('succeeded');
  });

  test('for a quarter of an hour, people have to look at it', async () => {
    const { small, id } = await lost();
    small.vendor.readFault = new Fault('openai.unreachable', 'down');
    expect((await settledAfter(small, 15 * minuteMs, id)).state).toBe('unknown');
    expect((await settledAfter(small, 1, id)).state).toBe('needs_human');
  });

  test('evidence still counts after a quarter of an hour', async () => {
    const { small, id } = await lost();
    expect((await settledAfter(small, 60 * minuteMs, id)).state).toBe('succeeded');
  });
});

describe('a deletion that OpenAI confirmed and goes on showing', () => {
  async function confirmed() {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    await small.vendor.lagBehind(readKey);
    await executeApproved(small.house);
    return { small, id };
  }

  test('is done as soon as it is no longer shown', async () => {
    const { small, id } = await confirmed();
    expect((await settledAfter(small, 60 * secondMs, id)).state).toBe('unknown');
    small.vendor.catchUp();
    expect((await settledAfter(small, 0, id)).state).toBe('succeeded');
  });

  test('is for people to look at after 90 seconds, and never said not to have happened', async () => {
    const { small, id } = await confirmed();
    expect(await settledAfter(small, 90 * secondMs, id)).toMatchObject({
      state: 'needs_human',
      outcome: expect.stringContaining('two people have to look at it') as string,
    });
  });
});

describe('a process that stopped in the middle', () => {
  test.each([
    ['after it happened', true, 'succeeded'],
    ['before it happened', false, 'failed'],
  ] as const)('%s is found out from OpenAI after the next start', async (_, happened, state) => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    const never = new Promise<never>(() => undefined);
    small.vendor.beforeChange = () => never;
    void executeApproved(small.house);
    while ((await standing(small, id)).state !== 'executing' || small.vendor.arrivals.length === 0)
      await Promise.resolve();

    if (happened) small.vendor.organization.keys.delete('key_dev');
    const { house } = small.restarted();
    expect(await recoverInterrupted(house)).toBe(1);
    expect((await standing(small, id)).state).toBe('unknown');
    small.clock.forward(20 * minuteMs);
    await settleUnknown(house);
    expect((await standing(small, id)).state).toBe(state);
    expect(small.vendor.arrivals).toHaveLength(1);
  });

  test('changes nothing about requests that were not being carried out', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    expect(await recoverInterrupted(small.house)).toBe(0);
    expect((await standing(small, id)).state).toBe('waiting');
  });
});

test('one request that cannot be settled does not keep the others unknown', async () => {
  const { small, id } = await lost();
  small.clock.forward(secondMs);
  const other = await approved(small, 'revoke in production');
  small.vendor.willGoWrong(`DELETE ${KEY}`, 'lost-after');
  await executeApproved(small.house);
  small.vendor.brokenRead = ({ params }) => (params['project_id'] === 'proj_prod' ? new TypeError('a bug') : null);
  expect(await settleUnknown(small.house)).toBe(2);
  expect((await standing(small, id)).state).toBe('succeeded');
  expect((await standing(small, other)).state).toBe('unknown');
  expect(small.log.messages('error')).toEqual(['Settling an unknown outcome failed']);
});
