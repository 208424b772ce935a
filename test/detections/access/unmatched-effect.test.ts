import { describe, expect, test } from 'vitest';
import { unmatchedEffect } from '#detections/access/unmatched-effect.ts';
import type { DetectionContext } from '#detections/context.ts';
import type { AuditEvent } from '#detections/event.ts';
import { ADA, context, effect, event, NOW, OUR_KEY } from '../fixture.ts';

interface Case {
  readonly name: string;
  readonly events: readonly AuditEvent[];
  readonly given?: Partial<DetectionContext>;
}

const by = OUR_KEY;
const deleted = event('api_key.deleted', 'key1', { by });
const listed = {
  ...event('certificates.activated', 'x', { by }),
  body: { 'certificates.activated': { certificates: [{ id: 'c1' }, { id: 'c2' }] } },
};

describe('a use of our admin key that no request explains', () => {
  test.each<Case>([
    { name: 'something we never touched', events: [deleted] },
    {
      name: 'something we touched long before',
      events: [deleted],
      given: { effects: [effect(['key1'], { minutesAgo: 26 })] },
    },
    {
      name: 'something we touched only afterwards',
      events: [event('api_key.deleted', 'key1', { by, minutesAgo: 26 })],
      given: { effects: [effect(['key1'], { minutesAgo: 10 })] },
    },
    { name: 'something else than we touched', events: [deleted], given: { effects: [effect(['key2'])] } },
    {
      name: 'something our call provably did not do',
      events: [deleted],
      given: { effects: [effect(['key1'], { status: 'not-applied' })] },
    },
    {
      name: 'a key whose account we do not know as its own',
      events: [deleted],
      given: { effects: [effect(['acct1'])], accountOf: { key1: 'acct2' } },
    },
    {
      name: 'a sibling of the key we touched',
      events: [deleted],
      given: { effects: [effect(['key2'])], accountOf: { key1: 'acct1', key2: 'acct1' } },
    },
    {
      name: 'the account of a key we touched',
      events: [event('service_account.deleted', 'acct1', { by })],
      given: { effects: [effect(['key1'])], accountOf: { key1: 'acct1' } },
    },
    {
      name: 'an event that says nothing about what it is about',
      events: [{ ...deleted, body: {} }],
      given: { effects: [effect(['key1'])] },
    },
    {
      name: 'an event whose payload stands somewhere else',
      events: [{ ...deleted, body: { other: { id: 'key1' } } }],
      given: { effects: [effect(['key1'])] },
    },
    { name: 'a type of event we have never heard of', events: [event('moon.landed', 'm1', { by })] },
    { name: 'an event just out of its grace', events: [event('api_key.deleted', 'key1', { by, minutesAgo: 2 })] },
    { name: 'several things of which we touched none', events: [listed], given: { effects: [effect(['c3'])] } },
  ])('fires on $name', ({ events, given }) => {
    expect(unmatchedEffect.run(events, context(given))).toHaveLength(1);
  });

  test.each<Case>([
    { name: 'what we did', events: [deleted], given: { effects: [effect(['key1'])] } },
    {
      name: 'what we did, by a clock a quarter of an hour ahead',
      events: [deleted],
      given: { effects: [effect(['key1'], { minutesAgo: 25 })] },
    },
    {
      name: 'what we did, by a clock a quarter of an hour behind',
      events: [event('api_key.deleted', 'key1', { by, minutesAgo: 25 })],
      given: { effects: [effect(['key1'], { minutesAgo: 10 })] },
    },
    {
      name: 'what we may have done and are finding out',
      events: [deleted],
      given: { effects: [effect(['key1'], { status: 'unknown', settledAt: null })] },
    },
    {
      name: 'what followed long after the start and soon after the end of one call',
      events: [deleted],
      given: { effects: [effect(['key1'], { minutesAgo: 40, settledAt: NOW - 20 * 60_000 })] },
    },
    {
      name: 'the key that went with its account',
      events: [deleted],
      given: { effects: [effect(['acct1'])], accountOf: { key1: 'acct1' } },
    },
    {
      name: 'the account and key that came from one call',
      events: [event('service_account.created', 'acct1', { by }), event('api_key.created', 'key1', { by })],
      given: { effects: [effect(['acct1', 'key1'])] },
    },
    { name: 'several things of which we touched one', events: [listed], given: { effects: [effect(['c2'])] } },
    {
      name: 'an event whose effect may not be committed yet',
      events: [event('api_key.deleted', 'key1', { by, minutesAgo: 1.99 })],
    },
    {
      name: 'an event in the future, by the vendor’s clock',
      events: [event('api_key.deleted', 'key1', { by, minutesAgo: -5 })],
    },
    { name: 'somebody in the dashboard', events: [event('api_key.deleted', 'key1', { by: ADA })] },
    { name: 'nobody in particular', events: [event('api_key.deleted', 'key1', { by: null })] },
    { name: 'anything, while we do not know our own key', events: [deleted], given: { adminKeyIds: [] } },
  ])('keeps quiet on $name', ({ events, given }) => {
    expect(unmatchedEffect.run(events, context(given))).toEqual([]);
  });

  test('says what, when, and how far our nearest call was', () => {
    const found = unmatchedEffect.run(
      [deleted],
      context({ effects: [effect(['key1'], { minutesAgo: 400 }), effect(['key1'], { minutesAgo: 100 })] }),
    );
    expect(found).toEqual([
      {
        detection: 'access.unmatched-effect',
        key: deleted.id,
        severity: 'critical',
        title: 'API key deleted: key1, by the bot’s admin key, without a request',
        lines: [
          'API key deleted: key1 at 2026-11-23 11:50 UTC by key_AdminBot01 (api_key.deleted, event audit_log-api_key.deleted-key1).',
          'The bot’s nearest call on it was at 2026-11-23 10:20 UTC, more than 15 minutes apart.',
        ],
        at: deleted.at,
        evidence: [deleted.id],
      },
    ]);
    expect(unmatchedEffect.run([deleted], context())[0]?.lines[1]).toBe('No call of this bot explains it.');
  });

  test('is explained by a confidential request like by any other, and told without one that does not explain it', () => {
    const hidden = { isHidden: true } as const;
    expect(unmatchedEffect.run([deleted], context({ effects: [effect(['key1'], hidden)] }))).toEqual([]);
    const [found] = unmatchedEffect.run(
      [deleted],
      context({ effects: [effect(['key1'], { ...hidden, minutesAgo: 100 })] }),
    );
    expect(found?.lines[1]).toBe('No call of this bot explains it.');
  });

  test('tells what happened apart on its own', () => {
    const events = [1, 2, 3].map((minutes) =>
      event('api_key.updated', `key${minutes}`, { by, minutesAgo: 10 - minutes }),
    );
    expect(unmatchedEffect.run(events, context()).map(({ key }) => key)).toEqual(events.map(({ id }) => id));
  });

  test('tells what one call left as one, and again with what comes late', () => {
    const account = event('service_account.created', 'acct1', { by });
    const key = event('api_key.created', 'key1', { by });
    const [alone] = unmatchedEffect.run([account], context());
    const [both, ...more] = unmatchedEffect.run([account, key], context());
    expect(more).toEqual([]);
    expect(both?.title).toBe('2 changes by the bot’s admin key, without a request');
    expect(both?.lines.join(' ')).toMatch(/API key created: key1.*Service account created: acct1/);
    expect(both?.evidence).toHaveLength(2);
    expect(both?.key).not.toBe(alone?.key);
  });
});
