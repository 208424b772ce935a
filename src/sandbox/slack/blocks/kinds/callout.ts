import { both, byType, type Check, complain, list, oneOf, rule, shape, string } from '../check.ts';
import { button } from '../elements/button.ts';
import { imageElement } from '../image-source.ts';
import { anyText, mrkdwnText } from '../text.ts';
import { blockId } from './layout.ts';

/** Standard Markdown; 12 000 characters, counted over the whole message (Block Kit reference, "Markdown block"). */
export const MARKDOWN_MAX = 12_000;

export const markdown: Check = shape({ required: { text: string({ min: 1, max: MARKDOWN_MAX }) }, optional: blockId });

export const alert: Check = shape({
  required: { text: anyText(200) },
  optional: { ...blockId, level: oneOf('default', 'info', 'warning', 'error', 'success') },
});

const picture = byType({ image: imageElement });

/** At least one of picture, title, body and buttons (Block Kit reference, "Card block"). */
export const card: Check = both(
  shape({
    optional: {
      ...blockId,
      hero_image: picture,
      icon: picture,
      title: mrkdwnText(150),
      subtitle: mrkdwnText(150),
      body: mrkdwnText(200),
      actions: list(byType({ button }), { min: 1, max: 3 }),
    },
  }),
  rule((value, at) => {
    if (['hero_image', 'title', 'body', 'actions'].every((key) => value[key] === undefined)) {
      complain(at, 'missing required field: title');
    }
  }),
);
