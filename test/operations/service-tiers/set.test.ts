import { describe, expect, test } from 'vitest';
import { setServiceTiers } from '#operations/service-tiers/set.ts';
import { searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { tiersOnWire } from '../projects/settings-on-wire.ts';
import { projectOnWire } from '../wire.ts';

const ask = (allow: readonly string[] | null, standard: string | null, was = tiersOnWire()) => ({
  operation: 'service-tiers.set',
  input: { project: searchDev, allow, default: standard },
  answers: { project: projectOnWire(), tiers: was },
});

describe('service tiers', () => {
  test.each([
    ['some', ask(['fast', 'flex'], null), { default: 'standard', enabled_tiers: ['fast', 'flex'] }],
    ['none but the standard one', ask(['standard'], null), { default: 'standard', enabled_tiers: [] }],
    ['all, also new ones', ask(['all'], 'fast'), { default: 'fast', enabled_tiers: 'all' }],
    ['only the one by default', ask(null, 'scale'), { default: 'scale', enabled_tiers: ['flex'] }],
  ])('are sent whole and read back: %s', (_, given, body) => {
    const [step] = planOf(given).steps;
    expect(step?.call.body).toEqual(body);
    expect(step?.proof).toMatchObject({ by: 'equals', where: body });
  });

  test('come back exactly', () => {
    for (const was of [tiersOnWire(), tiersOnWire({ enabled_tiers: 'all' }), tiersOnWire({ enabled_tiers: [] })]) {
      const { inverse } = planOf(ask(['fast'], 'fast', was));
      const parsed = setServiceTiers.parseInput(inverse.input ?? {});
      expect(inverse.verdict).toBe('exact');
      const back = parsed.success
        ? ask(parsed.data['allow'] as string[], parsed.data['default'] as string)
        : ask(null, null);
      const now = tiersOnWire({ default: 'fast', enabled_tiers: ['fast'] });
      const [step] = planOf({ ...back, answers: { project: projectOnWire(), tiers: now } }).steps;
      expect(step?.call.body).toEqual({ default: was.default, enabled_tiers: was.enabled_tiers });
    }
  });

  test('that go are warned of, and so is a default that costs', () => {
    expect(planOf(ask(['fast'], 'fast', tiersOnWire({ enabled_tiers: 'all' }))).warnings).toEqual([
      'Requests of search-dev that name flex or ultrafast fail at once.',
      'Requests of search-dev that name no tier are billed as fast then.',
    ]);
    expect(planOf(ask(['all'], null)).warnings).toEqual([]);
  });
});

describe('a request is refused', () => {
  test.each([
    ['that says nothing', 'service-tiers.set.unclear', ask(null, null)],
    ['that says all and some', 'service-tiers.set.unclear', ask(['all', 'flex'], null)],
    ['that changes nothing', 'service-tiers.set.same', ask(['flex', 'standard'], 'standard')],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('service-tiers.set', ask(['all'], null).input).code).toBe('service-tiers.archived');
  });
});
