import { boolean, byType, type Check, type Fields, integer, list, number, oneOf, shape, string } from '../check.ts';

/** A rich text's size is not documented; Slack's own composer stops at 40 000 characters, so no list is longer. */
const MAX_PARTS = 40_000;

const styled: Fields = {
  style: shape({ optional: { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean } }),
};
const id = string({ min: 1 });

const text = shape({ required: { text: string({ min: 1 }) }, optional: styled });
const link = shape({ required: { url: string({ min: 1 }) }, optional: { ...styled, text: string(), unsafe: boolean } });

const inline: Readonly<Record<string, Check>> = {
  text,
  link,
  emoji: shape({ required: { name: id }, optional: { ...styled, unicode: string(), url: string() } }),
  user: shape({ required: { user_id: id }, optional: styled }),
  usergroup: shape({ required: { usergroup_id: id }, optional: styled }),
  channel: shape({ required: { channel_id: id }, optional: styled }),
  team: shape({ required: { team_id: id }, optional: styled }),
  color: shape({ required: { value: id }, optional: styled }),
  broadcast: shape({ required: { range: oneOf('here', 'channel', 'everyone') }, optional: styled }),
  date: shape({
    required: { timestamp: number, format: string({ min: 1 }) },
    optional: { ...styled, url: string(), fallback: string() },
  }),
};

const parts = list(byType(inline), { max: MAX_PARTS });
const border: Fields = { border: oneOf(0, 1) };
const section: Check = shape({ required: { elements: parts } });

const containers: Readonly<Record<string, Check>> = {
  rich_text_section: section,
  rich_text_list: shape({
    required: {
      elements: list(byType({ rich_text_section: section }), { min: 1, max: MAX_PARTS }),
      style: oneOf('bullet', 'ordered'),
    },
    optional: { ...border, indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0, max: MAX_PARTS }) },
  }),
  rich_text_quote: shape({ required: { elements: parts }, optional: border }),
  rich_text_preformatted: shape({
    required: {
      elements: list(byType({ text, link }), { max: MAX_PARTS }),
    },
    optional: { ...border, language: string() },
  }),
};

/** A rich text block, also as it stands inside a table cell or as the first content of a rich text field. */
export const richText: Check = byType({
  rich_text: shape({
    required: { elements: list(byType(containers), { min: 1, max: MAX_PARTS }) },
    optional: { block_id: string({ max: 255 }) },
  }),
});
