import { formatCents } from '#domain/money.ts';
import { dollars } from '../leaves.ts';
import { isIn, range, sayRange } from '../range.ts';
import type { PolicyFacts } from '../facts.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'Write { over: $500 }, { upto: $200 }, or both.';

/** Cents that a limit grows by: negative where it shrinks, without end where it is taken away. Null where no limit changes. */
function increaseOf({ bounds }: PolicyFacts): number | null {
  if (!Object.hasOwn(bounds, 'amountCents') || !Object.hasOwn(bounds, 'beforeCents')) return null;
  const [after, before] = [bounds['amountCents'], bounds['beforeCents']];
  if (typeof after !== 'number') return Infinity;
  return typeof before === 'number' ? after - before : -Infinity;
}

function sayIncrease(cents: number): string {
  if (cents === Infinity) return 'takes the limit away';
  if (cents === -Infinity) return 'sets a limit where there was none';
  return cents < 0 ? `lowers it by ${formatCents(-cents)}` : `raises it by ${formatCents(cents)}`;
}

export const increaseCondition = defineWhen({
  id: 'increase',
  key: 'increase',
  about: 'By how much a limit is raised. Taking it away is more than any amount.',
  example: '{ over: $500 }',
  shape: range(dollars(hint), hint),
  look: (wanted, { facts }) => {
    const asks = `asks for a raise of ${sayRange(wanted, formatCents)}`;
    const cents = increaseOf(facts);
    if (cents === null) return yesOrNo(false, `${asks}, and this changes no limit`);
    return yesOrNo(isIn(wanted, cents), `${asks}, and this ${sayIncrease(cents)}`);
  },
});
