import { describe, expect, test } from 'vitest';
import type { DetectionContext } from '#detections/context.ts';
import type { AuditEvent } from '#detections/event.ts';
import { massCreation } from '#detections/keys/mass-creation.ts';
import { ADA, context, effect, event, many, NOW, OUR_KEY } from '../fixture.ts';

interface Case {
  readonly name: string;
  readonly events: readonly AuditEvent[];
  readonly given?: Partial<DetectionContext>;
}

const created = 'api_key.created';
const ours = many(created, 6, { by: OUR_KEY });

describe('mass creation of keys', () => {
  test.each<Case>([
    { name: 'five keys in half an hour', events: many(created, 5) },
    {
      name: 'five keys in exactly an hour',
      events: [0, 15, 30, 45, 60].map((minutesAgo, i) => event(created, `k${i}`, { minutesAgo })),
    },
    {
      name: 'keys of both kinds together',
      events: [...many(created, 3), ...many('tenant.project_api_key.created', 2, { prefix: 't' })],
    },
    { name: 'an actor the log does not name', events: many(created, 5, { by: null }) },
    { name: 'our admin key without requests', events: ours },
    {
      name: 'our admin key with a request for some of them',
      events: ours,
      given: { effects: [effect(['k0'], { minutesAgo: 30 })] },
    },
    { name: 'fewer than usual, where the policy says so', events: many(created, 2), given: { thresholds: tight() } },
  ])('fires on $name', ({ events, given }) => {
    expect(massCreation.run(events, context(given))).toHaveLength(1);
  });

  test.each<Case>([
    { name: 'four keys', events: many(created, 4) },
    {
      name: 'five keys over more than an hour',
      events: [0, 15, 30, 45, 61].map((minutesAgo, i) => event(created, `k${i}`, { minutesAgo })),
    },
    {
      name: 'five keys of five actors',
      events: [1, 2, 3, 4, 5].map((n) => event(created, `k${n}`, { by: `user-${n}` })),
    },
    {
      name: 'five events about one key',
      events: [1, 2, 3, 4, 5].map((minutesAgo) => ({ ...event(created, 'k', { minutesAgo }), id: `e${minutesAgo}` })),
    },
    { name: 'five service accounts', events: many('service_account.created', 5) },
    {
      name: 'our own approved requests',
      events: ours,
      given: { effects: ours.map((_, i) => effect([`k${i}`], { minutesAgo: 30 - i })) },
    },
    {
      name: 'our own calls that are not settled yet',
      events: many(created, 6, { by: OUR_KEY, minutesAgo: 1.9 }).map((one) => ({ ...one, at: NOW - 60_000 })),
    },
  ])('keeps quiet on $name', ({ events, given }) => {
    expect(massCreation.run(events, context(given))).toEqual([]);
  });

  test('says who, how many, since when, and about what', () => {
    const [finding] = massCreation.run(many(created, 12, { minutesAgo: 40 }), context());
    expect(finding).toMatchObject({
      detection: 'keys.mass-creation',
      key: ADA,
      severity: 'high',
      title: 'user-Ada0000001 created 12 API keys in 11 minutes',
      at: NOW - 29 * 60_000,
      lines: [
        '12 events from 2026-11-23 11:20 UTC to 2026-11-23 11:31 UTC; the limit is 5 in 1 hour.',
        'None of it was asked for through this bot.',
        'About k0, k1, k2, k3, k4, k5, k6, k7, k8, k9 and 2 more.',
      ],
    });
    expect(finding?.evidence).toHaveLength(12);
  });

  test('tells one finding an actor, over the fullest and latest hour', () => {
    const early = many(created, 5, { minutesAgo: 300, prefix: 'early' });
    const late = many(created, 7, { minutesAgo: 50, prefix: 'late' });
    const again = many(created, 7, { minutesAgo: 120, prefix: 'again' });
    const bob = many(created, 5, { by: 'user-Bob', prefix: 'bob' });
    const found = massCreation.run([...late, ...bob, ...early, ...again], context());
    expect(found.map(({ key, evidence, at }) => [key, evidence.length, at])).toEqual([
      [ADA, 7, late.at(-1)?.at],
      ['user-Bob', 5, bob.at(-1)?.at],
    ]);
  });
});

function tight(): DetectionContext['thresholds'] {
  return { ...context().thresholds, massCreation: { count: 2, withinMs: 60_000 * 10 } };
}
