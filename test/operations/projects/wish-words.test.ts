import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputSchema } from '#operations/input.ts';
import type { ModelList } from '#operations/objects/model-list.ts';
import { toolNames } from '#operations/objects/hosted-tools.ts';
import { measureNames } from '#operations/objects/rate-limit.ts';
import { defaultTiers, optionalTiers } from '#operations/objects/service-tiers.ts';
import { type WishInput, wishFields } from '#operations/projects/wish-fields.ts';
import { fullInput, fullWish } from '#operations/projects/wish-words.ts';
import type { Wish } from '#operations/projects/wish.ts';
import { noSettings } from './samples.ts';

const schema = inputSchema(wishFields);

const model = fc.stringMatching(/^[a-z][a-z0-9.:-]{0,20}$/);
const models = fc.uniqueArray(model, { maxLength: 5 }).map((list) => list.toSorted());
const list = fc.oneof(
  fc.constant(null),
  models.map((each): ModelList => ({ kind: 'only', models: each })),
  // Blocking nothing is written as allowing everything.
  models.filter((each) => each.length > 0).map((each): ModelList => ({ kind: 'except', models: each })),
);
const limits = fc
  .dictionary(model, fc.dictionary(fc.constantFrom(...measureNames), fc.nat(), { minKeys: 1 }), { maxKeys: 4 })
  .map((each) => Object.entries(each).map(([name, values]) => ({ model: name, limits: { ...values } })));
const wishes: fc.Arbitrary<Wish> = fc.record({
  models: fc.option(list.map((to) => ({ to }))),
  limits,
  tools: fc.dictionary(fc.constantFrom(...toolNames), fc.boolean()).map((each) => ({ ...each })),
  tiers: fc.option(
    fc.record({
      default: fc.constantFrom(...defaultTiers),
      allowed: fc.oneof(
        fc.constant('all' as const),
        fc.subarray([...optionalTiers]).map((each) => each.toSorted()),
      ),
    }),
  ),
  hardLimit: fc.option(fc.record({ to: fc.option(fc.integer({ min: 1, max: 100_000_000 })) })),
});

test('every wish can be written in words, and the words mean that wish again', () => {
  fc.assert(
    fc.property(wishes, (wish) => {
      const parsed = schema.parse(fullInput(wish));
      expect(fullWish(parsed as unknown as WishInput)).toEqual(wish);
    }),
  );
});

describe('words that contradict each other', () => {
  test.each([
    ['two ways to say which models', { noModel: true, everyModel: true }, 'which models'],
    ['a hard limit and none', { hardLimit: 5, noHardLimit: true }, 'hard limit'],
    ['a tool on and off', { toolsOn: ['mcp'], toolsOff: ['mcp'] }, 'on or off'],
    ['all tiers and some', { tiers: ['all', 'flex'], defaultTier: 'fast' }, 'alone'],
    ['tiers without a default', { tiers: ['flex'] }, 'together'],
    ['a default without tiers', { defaultTier: 'fast' }, 'together'],
  ])('%s are not understood', (_, input, sentence) => {
    expect(fullWish({ ...noSettings, ...input })).toContain(sentence);
  });
});
