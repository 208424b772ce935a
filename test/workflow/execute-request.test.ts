import { describe, expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { call } from '#operations/call.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { kindsRemembered, keysToBePosted, remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, recordOf, requested, standing, type Wish } from '../support/walk.ts';

const KEY = '/organization/projects/{project_id}/api_keys/{api_key_id}';
const ACCOUNT = '/organization/projects/{project_id}/service_accounts/{service_account_id}';

async function carriedOut(prepare: (small: SmallHouse) => unknown = () => null, wish: Wish = 'revoke her key') {
  const small = await openSmallHouse();
  const id = await approved(small, wish);
  await prepare(small);
  await executeApproved(small.house);
  return { small, id, ...(await standing(small, id)), effects: await small.store.read.requests.effects(id) };
}

describe('an approved revocation', () => {
  test('is carried out by exactly the call that was approved, and read back', async () => {
    const { small, id, state, outcome } = await carriedOut();
    expect(small.vendor.sent()).toEqual(['DELETE /organization/projects/proj_dev/api_keys/key_dev']);
    expect(small.vendor.organization.keys.has('key_dev')).toBe(false);
    expect({ state, outcome }).toEqual({ state: 'succeeded', outcome: 'Done, and read back from OpenAI.' });
    expect((await recordOf(small, id)).attempt).toBe(1);
  });

  test('is remembered from the ask to the end: intent before the call, the answer after it', async () => {
    const { small, id } = await carriedOut();
    expect(await kindsRemembered(small)).toEqual([
      'request.made',
      'request.moved',
      'request.decided',
      'request.moved',
      'request.moved',
      'call.intended',
      'call.settled',
      'request.moved',
    ]);
    const [intended, settled] = (await remembered(small)).slice(5, 7);
    const where = { method: 'DELETE', path: '/organization/projects/proj_dev/api_keys/key_dev' };
    expect(intended?.what).toMatchObject({ attempt: 1, position: 1, step: 'delete-key', ...where });
    expect(settled?.what).toMatchObject({
      outcome: 'applied',
      status: 200,
      vendorRequestId: 'req_fake',
      durationMs: 5,
      ...where,
    });
    expect(await keysToBePosted(small)).toEqual([
      `card:${id}`,
      `card:${id}:later`,
      `dm:${id}`,
      `dm:${id}:later`,
      `story:${id}`,
    ]);
  });

  test('of an account deletes the account with all its keys', async () => {
    const { small, state } = await carriedOut(undefined, 'revoke an account');
    expect(small.vendor.sent()).toEqual(['DELETE /organization/projects/proj_dev/service_accounts/user_ranker']);
    expect(small.vendor.organization.keysOf('user_ranker')).toEqual([]);
    expect(state).toBe('succeeded');
  });

  test('that somebody else did at the same moment has reached what was approved', async () => {
    const { state } = await carriedOut(({ vendor }) => {
      vendor.beforeChange = () => Promise.resolve(void vendor.organization.keys.delete('key_dev'));
    });
    expect(state).toBe('succeeded');
  });
});

describe('a revocation that OpenAI refuses', () => {
  test('of a key of an account ends, and offers the account’s deletion as a new request', async () => {
    const { small, id, state, outcome } = await carriedOut(
      ({ vendor }) => vendor.willGoWrong(`DELETE ${KEY}`, 'refused'),
      'revoke one of two keys of an account',
    );
    expect(state).toBe('failed');
    expect(outcome).toBe(
      'Nothing was changed: OpenAI refused. Delete the key ranker-a (sk-svc-ra...cccc): Not allowed.',
    );
    const { alternative } = (await recordOf(small, id)).terms.plan;
    expect(alternative).toMatchObject({ operation: 'keys.revoke', input: { withAccount: true } });
    expect(small.vendor.organization.keys.has('key_rank_a')).toBe(true);
    expect(small.vendor.arrivals).toHaveLength(1);
  });

  test('of a person’s key ends without another way', async () => {
    const { small, id, state } = await carriedOut(({ vendor }) => vendor.willGoWrong(`DELETE ${KEY}`, 'refused'));
    expect(state).toBe('failed');
    expect((await recordOf(small, id)).terms.plan.alternative).toBeNull();
  });

  test('is not said of a call that could not be sent', async () => {
    const { small, state, outcome, effects } = await carriedOut(({ vendor }) =>
      vendor.willGoWrong(`DELETE ${KEY}`, 'not-sent'),
    );
    expect(state).toBe('failed');
    expect(outcome).toContain('Nothing was changed: it could not be sent.');
    expect(small.vendor.arrivals).toEqual([]);
    expect(effects.map(({ status }) => status)).toEqual(['not-applied']);
  });
});

describe('a throttled deletion', () => {
  test('is tried three times at most, each with an intent of its own', async () => {
    const { small, state, effects } = await carriedOut(({ vendor }) =>
      vendor.willGoWrong(`DELETE ${KEY}`, 'throttled', 'throttled'),
    );
    expect(state).toBe('succeeded');
    expect(small.vendor.arrivals).toHaveLength(3);
    expect(effects.map(({ position, status }) => [position, status])).toEqual([
      [1, 'not-applied'],
      [2, 'not-applied'],
      [3, 'applied'],
    ]);
  });

  test('ends when OpenAI still says no', async () => {
    const { small, state } = await carriedOut(
      ({ vendor }) => vendor.willGoWrong(`DELETE ${ACCOUNT}`, 'throttled', 'throttled', 'throttled', 'throttled'),
      'revoke an account',
    );
    expect(state).toBe('failed');
    expect(small.vendor.arrivals).toHaveLength(3);
  });
});

describe('an answer that is lost', () => {
  test.each(['lost-after', 'lost-before'] as const)(
    '(%s) is not guessed: it is unknown, and nothing is sent again',
    async (mishap) => {
      const { small, state, outcome } = await carriedOut(({ vendor }) => vendor.willGoWrong(`DELETE ${KEY}`, mishap));
      expect(state).toBe('unknown');
      expect(outcome).toMatch(/^It is not known whether this happened: Delete the key erin-laptop/);
      await executeApproved(small.house);
      expect(small.vendor.arrivals).toHaveLength(1);
    },
  );

  test('nor is an answer believed that reading back does not bear out yet', async () => {
    const { state, outcome } = await carriedOut(({ vendor }) =>
      vendor.lagBehind(call(`GET ${KEY}`, { params: { project_id: 'proj_dev', api_key_id: 'key_dev' } })),
    );
    expect(state).toBe('unknown');
    expect(outcome).toContain('reading back does not show it yet');
  });

  test('nor is an attempt left lying that broke off half-way', async () => {
    const { small, state } = await carriedOut(({ vendor }) => {
      vendor.beforeChange = () => Promise.reject(new Error('a bug'));
    });
    expect(state).toBe('unknown');
    expect(small.log.messages('error')).toEqual(['Carrying out a request failed half-way']);
  });
});

describe('plan-only', () => {
  const policy = smallPolicy(['live: on', 'live: plan-only']);

  test.each([
    ['revoke her key', 'Would have sent 1 call. Nothing was sent.'],
    ['a new key', 'Would have sent 3 calls. Nothing was sent.'],
  ] as const)('goes all the way to “%s” and sends nothing', async (wish, sentence) => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, wish);
    expect((await standing(small, id)).state).toBe('approved');
    await executeApproved(small.house);
    expect(await standing(small, id)).toEqual({ state: 'simulated', outcome: sentence });
    expect(small.vendor.arrivals).toEqual([]);
    expect(await small.store.read.requests.effects(id)).toEqual([]);
    expect(await keysToBePosted(small)).toEqual([`card:${id}`, `dm:${id}`, `story:${id}`]);
  });

  test('still finds out that the plan is stale', async () => {
    const small = await openSmallHouse({ policy });
    const id = await approved(small, 'revoke her key');
    small.vendor.organization.keys.delete('key_dev');
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('stale');
  });
});

describe('a round of work', () => {
  test('carries out what was approved first, first, and leaves alone what is not approved', async () => {
    const small = await openSmallHouse();
    const first = await approved(small, 'revoke her key');
    small.clock.forward(1000);
    const second = await approved(small, 'revoke in production');
    const pending = await requested(small, 'revoke an account');
    await executeApproved(small.house);
    expect(small.vendor.sent().map((line) => line.split('/').at(-1))).toEqual(['key_dev', 'key_prod']);
    for (const id of [first, second]) expect((await standing(small, id)).state).toBe('succeeded');
    expect((await standing(small, pending)).state).toBe('pending');
  });

  test('goes on with the others when one fails', async () => {
    const small = await openSmallHouse();
    await approved(small, 'revoke her key');
    small.clock.forward(1000);
    const other = await approved(small, 'revoke in production');
    small.vendor.brokenRead = ({ params }) =>
      params['project_id'] === 'proj_dev' ? new Fault('openai.unreachable', 'down') : null;
    await executeApproved(small.house);
    expect((await standing(small, other)).state).toBe('succeeded');
    expect(small.log.messages('error')).toEqual(['Carrying out a request failed']);
  });

  test('leaves a request approved that OpenAI could not be asked about, and takes it the next time', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'revoke her key');
    small.vendor.readFault = new Fault('openai.unreachable', 'down');
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('approved');
    small.vendor.readFault = null;
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
  });

  test('sends nothing for an approval whose time is over, even if nobody has said so yet', async () => {
    const { small, state } = await carriedOut((small) => small.clock.forward(24 * 3_600_000));
    expect(state).toBe('approved');
    expect(small.vendor.arrivals).toEqual([]);
  });
});
