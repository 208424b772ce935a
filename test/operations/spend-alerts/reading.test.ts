import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { searchDev } from '../erin-asks.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { costsOnWire } from '../spend-limits/wire.ts';
import { listOnWire } from '../wire.ts';
import { alertOnWire } from './wire.ts';

const alert = { id: 'alert_1', name: '$600' };
const late = alertOnWire({ id: 'alert_2', threshold_amount: 20_000 }, { subject_prefix: null });
const list = viewOf({
  operation: 'spend-alerts.list',
  input: { project: searchDev },
  answers: { alerts: listOnWire(alertOnWire(), late), spentCents: costsOnWire(200) },
});
const show = (found: unknown) => ({
  operation: 'spend-alerts.show',
  input: { project: searchDev, alert },
  answers: { alert: found, spentCents: costsOnWire(200) },
});

describe('spend alerts', () => {
  test('are listed with whom they tell and whether they did', () => {
    expect(partOf(list, 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['$600', 'no', 'bea@acme.example', '[search-dev]', 'alert_1'],
      ['$200', 'yes', 'bea@acme.example', '', 'alert_2'],
    ]);
    expect(partOf(list, 'note').text).toMatch(/^\$200 spent this month\./);
  });

  test('are shown one by one', () => {
    const view = viewOf(show(late));
    expect(factOf(view, 'Subject begins with')).toBe('as OpenAI writes it');
    expect(factOf(view, 'Reached')).toBe('yes');
    expect(refusalOf(show(null)).code).toBe('spend-alerts.show.gone');
  });

  test('bring their input along on every button', () => {
    const actions = [
      ...partOf(list, 'rows').rows.flatMap((row) => row.actions),
      ...partOf(viewOf(show(late)), 'actions').actions,
    ];
    expect(actions).toHaveLength(8);
    for (const { operation, input } of actions) {
      expect(findOperation(operation)?.parseInput(input).success).toBe(true);
    }
  });
});
