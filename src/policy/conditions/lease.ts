import { formatDuration } from '#domain/duration.ts';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { span } from '../leaves.ts';
import { isIn, range, sayRange } from '../range.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'Write { over: 30d }, { upto: 7d }, or both.';

export const leaseCondition = defineWhen({
  id: 'lease',
  key: 'lease',
  about: 'How long what is handed out lives. What has no end is longer than anything.',
  example: '{ over: 30d }',
  shape: range(span({ minMs: minuteMs, maxMs: 3660 * dayMs, sentence: hint }), hint),
  look: (wanted, { facts: { bounds } }) => {
    const asks = `asks for a life of ${sayRange(wanted, formatDuration)}`;
    if (!Object.hasOwn(bounds, 'lifetimeMs')) return yesOrNo(false, `${asks}, and this hands out nothing that ends`);
    const lifetimeMs = bounds['lifetimeMs'];
    const ms = typeof lifetimeMs === 'number' ? lifetimeMs : Infinity;
    return yesOrNo(isIn(wanted, ms), `${asks}, and this has ${ms === Infinity ? 'no end' : formatDuration(ms)}`);
  },
});
