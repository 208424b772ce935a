import { describe, expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { call } from '#operations/call.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, standing } from '../support/walk.ts';
import { ACCOUNTS, CREATE, DELETE, KEY, pressed, settles, unseen } from './pressed.ts';

describe('an attempt that breaks off in a process that lives on', () => {
  const ways: readonly (readonly [string, (small: SmallHouse) => void])[] = [
    [
      'because of a bug',
      ({ vendor }) => {
        vendor.beforeChange = ({ endpoint }) =>
          endpoint === KEY ? Promise.reject(new TypeError('a bug')) : Promise.resolve();
      },
    ],
    [
      'because OpenAI could not be asked whether a throttled creation happened',
      ({ vendor }) => {
        vendor.willGoWrong(CREATE, 'throttled-but-done');
        vendor.brokenRead = ({ endpoint }) =>
          endpoint === `GET ${ACCOUNTS}` ? new Fault('openai.unreachable', 'down') : null;
      },
    ],
  ];

  test.each(ways)('%s is told truthfully, and what it made is deleted soon', async (_, breakIt) => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    breakIt(small);
    const { outcome, shown } = await collects(small, id);
    expect(outcome).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('half-way') as string });
    expect(shown).toEqual([]);
    expect((await standing(small, id)).state).toBe('unknown');
    small.vendor.beforeChange = () => Promise.resolve();
    small.vendor.brokenRead = () => null;
    expect(await settles(small, id, 10 * secondMs)).toBe('waiting');
    expect(small.vendor.organization.madeAccounts()).toEqual([]);
  });
});

describe('taking back goes wrong', () => {
  test.each(['refused', 'not-sent', 'throttled', 'lost-before', 'lost-after', 'not-there-yet'] as const)(
    '(%s) and is gone on with until nothing is left',
    async (mishap) => {
      const { small, id, outcome } = await pressed([[DELETE, mishap]], unseen);
      expect(outcome).toMatchObject({ sentence: expect.stringContaining('What was made is being deleted') as string });
      expect((await standing(small, id)).state).toBe('unknown');
      await settles(small, id, 10 * secondMs);
      expect(await settles(small, id, 90 * secondMs)).toBe('waiting');
      expect(small.vendor.organization.madeAccounts()).toEqual([]);
      expect((await collects(small, id)).shown).toHaveLength(1);
    },
  );

  test('because OpenAI neither deletes nor shows what it has just made: that proves nothing yet', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    small.vendor.willGoWrong(DELETE, 'not-there-yet');
    const look = call(`GET ${ACCOUNTS}/{service_account_id}`, {
      params: { project_id: 'proj_dev', service_account_id: 'user_made_1' },
    });
    await small.vendor.lagBehind(look);
    await collects(small, id, unseen);
    expect((await standing(small, id)).state).toBe('unknown');
    small.vendor.catchUp();
    expect(await settles(small, id, 10 * secondMs)).toBe('waiting');
    expect(small.vendor.organization.madeAccounts()).toEqual([]);
  });

  test('for a quarter of an hour: people have to look', async () => {
    const { small, id } = await pressed([[DELETE, ...Array.from({ length: 9 }, () => 'lost-before' as const)]], unseen);
    expect(await settles(small, id, 15 * minuteMs)).toBe('unknown');
    expect(await settles(small, id, 1)).toBe('needs_human');
    small.vendor.organization.deleteAccount('user_made_1');
  });
});
