import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, escapeMrkdwn, foreign, mention, slackDate } from '#slack/mrkdwn.ts';
import { anyText, bracketed } from './hostile.ts';

test('the three characters that mean something to Slack are escaped, once', () => {
  expect(escapeMrkdwn('<!channel> & <https://x|y>')).toBe('&lt;!channel&gt; &amp; &lt;https://x|y&gt;');
  expect(escapeMrkdwn('&lt;')).toBe('&amp;lt;');
});

test('B21 · foreign text can hold nothing that Slack would turn into a mention or a link', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(bracketed(foreign(text))).toEqual([]);
      expect(foreign(text)).not.toMatch(/[\n\r<>]/);
    }),
  );
});

test('only a user id becomes a mention', () => {
  expect(mention('U0BEA00001')).toBe('<@U0BEA00001>');
  expect(mention('!channel')).toBe('!channel');
  expect(mention('U0BEA00001> <!channel')).toBe('U0BEA00001&gt; &lt;!channel');
});

test('a moment is shown in the reader’s own time, with UTC where that is impossible', () => {
  expect(slackDate(Date.UTC(2026, 10, 23, 9, 5))).toBe(
    '<!date^1795424700^{date_short_pretty} at {time}|2026-11-23 09:05 UTC>',
  );
});

test('a text that is too long is cut where nothing breaks', () => {
  const entity = `${'x'.repeat(3897)}&amp;${'y'.repeat(200)}`;
  expect(cutText(entity)).toBe(`${'x'.repeat(3897)}…`);
  expect(cutText(`${'x'.repeat(3895)}<@U0BEA00001>${'y'.repeat(200)}`)).toBe(`${'x'.repeat(3895)}…`);
  expect(cutText('short')).toBe('short');
});
