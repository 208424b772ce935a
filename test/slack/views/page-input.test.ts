import { expect, test } from 'vitest';
import { asItComes } from '#operations/lists/list-wish.ts';
import { catalogue } from '#operations/catalogue.ts';
import { openedInput, sealedInput } from '#slack/views/page-input.ts';

const input = { project: { id: 'proj_dev', name: 'search-dev' } };

test('the next page is sorted and searched as the first one was', () => {
  const wish = { sort: '-name', match: 'eval', file: null };
  expect(openedInput(sealedInput(input, wish))).toEqual({ input, wish });
});

test('a list as it comes needs nothing beside its input', () => {
  expect(sealedInput(input, asItComes)).toEqual(input);
  expect(openedInput(input)).toEqual({ input, wish: asItComes });
});

test('no field of any operation has the name that is kept for it', () => {
  for (const { fields } of catalogue) expect(Object.keys(fields)).not.toContain('$list');
});
