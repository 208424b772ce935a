import { describe, expect, test } from 'vitest';
import { searchDev } from '../erin-asks.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { costsOnWire, limitOnWire } from './wire.ts';

const show = (limit: unknown, dollars: number) =>
  viewOf({
    operation: 'spend-limits.show',
    input: { project: searchDev },
    answers: { limit, spentCents: costsOnWire(dollars) },
  });
const notes = (view: ReturnType<typeof show>) =>
  view.parts.flatMap((part) => (part.part === 'note' ? [part.text] : []));

describe('a spend limit', () => {
  test('is shown with what was spent of it', () => {
    const view = show(limitOnWire(80_000), 200);
    expect(partOf(view, 'facts').facts).toEqual([
      { label: 'Hard limit', value: '$800 a month' },
      { label: 'Spent this month', value: '$200 (25 %)' },
      { label: 'Requests', value: 'pass' },
    ]);
    expect(partOf(view, 'actions').actions.map(({ label }) => label)).toEqual(['Change', 'Remove']);
  });

  test('is shown with where the month leads', () => {
    expect(notes(show(limitOnWire(80_000), 200))).toHaveLength(1);
    expect(notes(show(limitOnWire(80_000), 700))[0]).toMatch(
      /^At this month’s pace \$800 a month is reached in 3 days/,
    );
  });

  test('that is reached says that requests fail', () => {
    const view = show(limitOnWire(80_000, 'enforcing'), 801);
    expect(factOf(view, 'Requests')).toBe('fail, because the limit is reached');
    expect(notes(view)).toHaveLength(1);
  });

  test('that is not set can be set', () => {
    const view = show(null, 200);
    expect(factOf(view, 'Hard limit')).toBe('none');
    expect(partOf(view, 'actions').actions.map(({ label, operation }) => [label, operation])).toEqual([
      ['Set one', 'spend-limits.set'],
    ]);
  });

  test('of the organization leads to the organization’s operations', () => {
    const view = viewOf({
      operation: 'spend-limits.show-organization',
      input: {},
      answers: { limit: limitOnWire(1_500_000), spentCents: costsOnWire(1) },
    });
    expect(view.title).toBe('Spend limit of the whole organization');
    expect(partOf(view, 'actions').actions.map(({ operation }) => operation)).toEqual([
      'spend-limits.set-organization',
      'spend-limits.remove-organization',
    ]);
  });
});
