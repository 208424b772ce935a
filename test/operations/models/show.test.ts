import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { searchDev } from '../erin-asks.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { modelsOnWire } from '../projects/settings-on-wire.ts';

const show = (models: unknown) =>
  viewOf({ operation: 'models.show', input: { project: searchDev }, answers: { models } });
const actionsOf = (models: unknown) => partOf(show(models), 'actions').actions.map(({ operation }) => operation);

describe('the models of a project', () => {
  test('are all where OpenAI finds no list, and then there is nothing to take away', () => {
    expect(factOf(show(null), 'May use')).toBe('every model');
    expect(actionsOf(null)).toEqual(['models.set', 'rate-limits.list']);
  });

  test('are those listed, with a word about those to come', () => {
    const view = show(modelsOnWire('allow_list', 'gpt-6-astra'));
    expect(factOf(view, 'May use')).toBe('only gpt-6-astra');
    expect(partOf(view, 'note').text).toContain('releases later');
    expect(actionsOf(modelsOnWire('allow_list', 'gpt-6-astra'))).toContain('models.reset');
  });

  test('lead to operations that take their input', () => {
    for (const { operation, input } of partOf(show(modelsOnWire('deny_list', 'gpt-image-2')), 'actions').actions) {
      expect(findOperation(operation)?.parseInput(input).success).toBe(true);
    }
  });
});
