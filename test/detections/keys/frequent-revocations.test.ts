import { describe, expect, test } from 'vitest';
import type { DetectionContext } from '#detections/context.ts';
import type { AuditEvent } from '#detections/event.ts';
import { frequentRevocations } from '#detections/keys/frequent-revocations.ts';
import { context, effect, event, many, OUR_KEY } from '../fixture.ts';

interface Case {
  readonly name: string;
  readonly events: readonly AuditEvent[];
  readonly given?: Partial<DetectionContext>;
}

const keyGone = 'api_key.deleted';
const accountGone = 'service_account.deleted';
// Three accounts, each with its one key: six events and three things.
const pairs = [0, 1, 2].flatMap((i) => [
  event(accountGone, `acct${i}`, { minutesAgo: 20 - i }),
  event(keyGone, `key${i}`, { minutesAgo: 20 - i }),
]);
const accountOf = { key0: 'acct0', key1: 'acct1', key2: 'acct2' };

describe('frequent revocations', () => {
  test.each<Case>([
    { name: 'five keys in five minutes', events: many(keyGone, 5) },
    {
      name: 'five of both kinds in exactly half an hour',
      events: [0, 10, 20, 25, 30].map((minutesAgo, i) =>
        event(i % 2 === 0 ? keyGone : accountGone, `x${i}`, { minutesAgo }),
      ),
    },
    { name: 'accounts and keys that have nothing to do with each other', events: pairs },
    {
      name: 'five keys of one account, deleted one by one',
      events: many(keyGone, 5),
      given: { accountOf: { k0: 'acct', k1: 'acct', k2: 'acct', k3: 'acct', k4: 'acct' } },
    },
    { name: 'our admin key without requests', events: many(keyGone, 5, { by: OUR_KEY }) },
  ])('fires on $name', ({ events, given }) => {
    expect(frequentRevocations.run(events, context(given))).toHaveLength(1);
  });

  test.each<Case>([
    { name: 'four keys', events: many(keyGone, 4) },
    {
      name: 'five keys over more than half an hour',
      events: [0, 10, 20, 25, 31].map((minutesAgo, i) => event(keyGone, `x${i}`, { minutesAgo })),
    },
    { name: 'three accounts that took their keys with them', events: pairs, given: { accountOf } },
    {
      name: 'our own approved revocations, keys included',
      events: [0, 1, 2, 3, 4].flatMap((i) => [
        event(accountGone, `acct${i}`, { by: OUR_KEY }),
        event(keyGone, `key${i}`, { by: OUR_KEY }),
      ]),
      given: {
        effects: [0, 1, 2, 3, 4].map((i) => effect([`acct${i}`])),
        accountOf: Object.fromEntries([0, 1, 2, 3, 4].map((i) => [`key${i}`, `acct${i}`])),
      },
    },
  ])('keeps quiet on $name', ({ events, given }) => {
    expect(frequentRevocations.run(events, context(given))).toEqual([]);
  });

  test('tells a storm of thousands at once, as one finding', () => {
    const storm = Array.from({ length: 5_000 }, (_, i) => event(keyGone, `key${i}`, { minutesAgo: 20 - i / 1_000 }));
    const [finding] = frequentRevocations.run(storm, context());
    expect(finding?.title).toBe('user-Ada0000001 revoked 5000 keys and accounts in 4 minutes');
  });

  test('says that it was our admin key, where it was', () => {
    const [finding] = frequentRevocations.run(many(keyGone, 6, { by: OUR_KEY }), context());
    expect(finding?.title).toBe('key_AdminBot01 revoked 6 keys and accounts in 5 minutes');
    expect(finding?.lines[1]).toBe('It is the admin key of this bot, and none of it belongs to an approved request.');
  });
});
