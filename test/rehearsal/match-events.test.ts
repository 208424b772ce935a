import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '#detections/event.ts';
import { matchEvents, type Sent } from '#rehearsal/match-events.ts';

const event = (type: string, id: string, at = 0): AuditEvent => ({
  id: `audit_log-${type}-${id}-${at}`,
  type,
  at,
  actorId: 'key_ours',
  body: { [type]: { id } },
});
const sent = (effect: Sent['effect'], id: string, startedAt = 0): Sent => ({ effect, resourceIds: [id], startedAt });

describe('finding our changes in the vendor’s log', () => {
  test('one event vouches for one change: two changes of one limit need two', () => {
    const first = sent('set', 'rl-a', 1);
    const second = sent('set', 'rl-a', 2);
    const once = event('rate_limit.updated', 'rl-a', 1);
    expect([...matchEvents([second, first], [once])]).toEqual([first]);
    expect(matchEvents([first, second], [once, event('rate_limit.updated', 'rl-a', 2)]).size).toBe(2);
  });

  test.each([
    ['create', 'invite.sent', true],
    ['create', 'invite.deleted', false],
    ['set', 'project.archived', true],
    ['set', 'api_key.created', false],
    ['delete', 'tenant.admin_api_key.deleted', true],
    ['delete', 'api_key.updated', false],
  ] as const)('a %s is told by %s: %s', (effect, type, isTold) => {
    const change = sent(effect, 'x');
    expect(matchEvents([change], [event(type, 'x')]).has(change)).toBe(isTold);
  });

  test('an event about something else vouches for nothing', () => {
    expect(matchEvents([sent('delete', 'key_a')], [event('api_key.deleted', 'key_b')]).size).toBe(0);
  });
});
