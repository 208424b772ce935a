import { formatCents } from '#domain/money.ts';
import { dollars } from '../leaves.ts';
import { isIn, range, sayRange } from '../range.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'Write { over: $500 }, { upto: $200 }, or both.';

export const amountCondition = defineWhen({
  id: 'amount',
  key: 'amount',
  about: 'What may be spent afterwards: over one amount, up to another, or both. No limit is more than any amount.',
  example: '{ over: $500, upto: $5000 }',
  shape: range(dollars(hint), hint),
  look: (wanted, { facts: { bounds } }) => {
    const asks = `asks for ${sayRange(wanted, formatCents)}`;
    if (!Object.hasOwn(bounds, 'amountCents')) return yesOrNo(false, `${asks}, and this is about no amount`);
    const amount = bounds['amountCents'];
    const cents = typeof amount === 'number' ? amount : Infinity;
    return yesOrNo(
      isIn(wanted, cents),
      `${asks}, and this comes to ${cents === Infinity ? 'no limit' : formatCents(cents)}`,
    );
  },
});
