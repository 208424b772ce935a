import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { count, dayMs, minuteMs } from '#domain/instant.ts';
import { say, span, strict } from '../leaves.ts';
import { defineWhen, yesOrNo } from './condition.ts';

const hint = 'Write { over: 3, within: 1h }.';

export const burstCondition = defineWhen({
  id: 'burst',
  key: 'burst',
  about: 'Whoever asks has asked for more than so many changes in so short a time, this one included.',
  example: '{ over: 3, within: 1h }',
  // What is remembered of a person reaches back a day.
  shape: strict(
    {
      over: z
        .int({ error: say(hint) })
        .min(1, { error: hint })
        .max(50, { error: hint })
        .describe('More than this.'),
      within: span({ minMs: minuteMs, maxMs: dayMs, sentence: hint }).describe('In so much time, 1m to 1d.'),
    },
    hint,
  ),
  look: ({ over, within }, { facts: { history, now } }) => {
    const asks = `asks for more than ${count(over, 'request')} within ${formatDuration(within)}`;
    if (history === null) return { answer: 'unknown', sentence: `${asks}, and what was asked before is not known` };
    const made = 1 + history.recent.filter((at) => at > now - within).length;
    return yesOrNo(made > over, `${asks}, and this is number ${made}`);
  },
});
