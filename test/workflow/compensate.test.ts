import { describe, expect, test } from 'vitest';
import { secondMs } from '#domain/instant.ts';
import { remembered } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';
import { approved, collects, recordOf, standing } from '../support/walk.ts';
import { CREATE, JOIN, KEY, pressed, settles, unseen } from './pressed.ts';

describe('a key that could not be shown', () => {
  test.each([
    ['because the window was closed', () => Promise.resolve(false)],
    ['because Slack failed', () => Promise.reject(new Error('expired_trigger_id'))],
  ])('%s is taken back with its account, and can be made again', async (_, sees) => {
    const { small, id, outcome, made } = await pressed([], { sees });
    expect(outcome).toMatchObject({
      kind: 'failed',
      sentence: 'The key could not be shown, so it was taken back. Nothing is left behind; press Make my key again.',
    });
    expect(made).toEqual([]);
    expect((await standing(small, id)).state).toBe('waiting');
    expect(await small.store.read.leases.ofOwner((await recordOf(small, id)).terms.requester.slackId)).toEqual([]);
    expect((await remembered(small)).slice(-3).map(({ kind }) => kind)).toEqual([
      'request.moved',
      'lease.ended',
      'secret.lost',
    ]);
  });

  test('is made anew under the same approval and digest, under another name', async () => {
    const { small, id } = await pressed([], unseen);
    const { digest } = await recordOf(small, id);
    const { outcome, shown } = await collects(small, id);
    expect(outcome.kind).toBe('done');
    expect(shown).toHaveLength(1);
    expect(await recordOf(small, id)).toMatchObject({ digest, attempt: 2, state: 'succeeded' });
    expect(small.vendor.organization.madeAccounts().map(({ name }) => name)).toEqual([`nightly-eval-${id}-a2`]);
  });

  test('is made three times and no more', async () => {
    const { small, id } = await pressed([], unseen);
    await collects(small, id, unseen);
    expect((await standing(small, id)).state).toBe('waiting');
    await collects(small, id, unseen);
    expect(await standing(small, id)).toEqual({
      state: 'failed',
      outcome: 'The key could not be shown, so it was taken back. It was tried 3 times; ask again.',
    });
    expect((await collects(small, id)).shown).toEqual([]);
    expect(small.vendor.organization.madeAccounts()).toEqual([]);
  });

  test('is not shown where the answer held none', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    const { vendor } = small.house;
    const { useCases } = small.restarted((house) => ({
      ...house,
      vendor: {
        read: (asked, how) => vendor.read(asked, how),
        isOwnKey: () => false,
        clockAheadMs: () => null,
        perform: (asked, how) => vendor.perform(asked, { ...how, secretAt: how.secretAt === null ? null : ['secret'] }),
      },
    }));
    const { outcome, shown } = await collects({ useCases }, id);
    expect(outcome.kind).toBe('failed');
    expect(shown).toEqual([]);
    expect(small.vendor.organization.madeAccounts()).toEqual([]);
  });
});

describe('a step that OpenAI refuses', () => {
  test('first of all ends the request: nothing was made', async () => {
    const { small, id, outcome, made } = await pressed([[CREATE, 'refused']]);
    expect(outcome).toEqual({ kind: 'failed', sentence: 'OpenAI refused: Not allowed.' });
    expect((await standing(small, id)).state).toBe('failed');
    expect(made).toEqual([]);
  });

  test.each([
    ['the membership', JOIN],
    ['the key', KEY],
  ])('%s, takes the account back', async (_, endpoint) => {
    const { small, id, outcome, made, shown } = await pressed([[endpoint, 'refused']]);
    expect(outcome.kind).toBe('failed');
    expect(made).toEqual([]);
    expect(shown).toEqual([]);
    expect((await standing(small, id)).state).toBe('waiting');
  });

  test('is told from one that could not be sent: that may be pressed again', async () => {
    const { small, id } = await pressed([[CREATE, 'not-sent']]);
    expect((await standing(small, id)).state).toBe('waiting');
    expect((await collects(small, id)).outcome.kind).toBe('done');
  });
});

describe('an answer that is lost', () => {
  test.each([
    ['the account', CREATE],
    ['the membership', JOIN],
    ['the key', KEY],
  ])('about %s, after it happened: what was made is found and deleted at once', async (_, endpoint) => {
    const { small, id, made, shown } = await pressed([[endpoint, 'lost-after']]);
    expect(made).toEqual([]);
    expect(shown).toEqual([]);
    expect((await standing(small, id)).state).toBe('waiting');
    expect((await collects(small, id)).shown).toHaveLength(1);
    expect(small.vendor.organization.madeAccounts()).toHaveLength(1);
  });

  test('about the account, before it happened: it is waited for, because it may still appear', async () => {
    const { small, id } = await pressed([[CREATE, 'lost-before']]);
    expect((await standing(small, id)).state).toBe('unknown');
    expect(await settles(small, id, 90 * secondMs - 1)).toBe('unknown');
    expect(await settles(small, id, 1)).toBe('waiting');
    expect((await small.store.read.requests.effects(id)).map(({ status }) => status)).toEqual(['not-applied']);
  });

  test('about an account that appears late: it is deleted all the same', async () => {
    const { small, id } = await pressed([[CREATE, 'lost-before']]);
    small.vendor.organization.createAccount('proj_dev', `nightly-eval-${id}-a1`);
    expect(await settles(small, id, 60 * secondMs)).toBe('waiting');
    expect(small.vendor.organization.madeAccounts()).toEqual([]);
  });

  test('about an account that there is twice: people have to look, and nothing is deleted by guess', async () => {
    const { small, id } = await pressed([[CREATE, 'lost-before']]);
    for (let n = 0; n < 2; n += 1) small.vendor.organization.createAccount('proj_dev', `nightly-eval-${id}-a1`);
    expect(await settles(small, id, 0)).toBe('needs_human');
    expect(small.vendor.organization.madeAccounts()).toHaveLength(2);
    // What people do about it is theirs; here it is put in order so that the story may end.
    for (const { id: made } of small.vendor.organization.madeAccounts()) small.vendor.organization.deleteAccount(made);
  });
});

describe('a throttled creation', () => {
  test('is tried again only after it was looked for', async () => {
    const { small, outcome, shown } = await pressed([
      [CREATE, 'throttled', 'throttled'],
      [KEY, 'throttled'],
    ]);
    expect(outcome.kind).toBe('done');
    expect(shown).toHaveLength(1);
    expect(small.vendor.organization.madeAccounts()).toHaveLength(1);
    expect(small.vendor.organization.keysOf('user_made_1')).toHaveLength(1);
  });

  test.each([
    ['the account', CREATE],
    ['the key', KEY],
  ])('of %s that happened all the same is not made twice, and is taken back', async (_, endpoint) => {
    const { small, id, made, shown } = await pressed([[endpoint, 'throttled-but-done']]);
    expect(shown).toEqual([]);
    expect(made).toEqual([]);
    expect((await standing(small, id)).state).toBe('waiting');
    expect(small.vendor.sent().filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
  });

  test('that OpenAI goes on refusing leaves nothing behind and may be pressed again', async () => {
    const { small, id, made } = await pressed([[CREATE, 'throttled', 'throttled', 'throttled']]);
    expect(made).toEqual([]);
    expect((await standing(small, id)).state).toBe('waiting');
    expect(small.vendor.arrivals).toHaveLength(3);
  });
});
