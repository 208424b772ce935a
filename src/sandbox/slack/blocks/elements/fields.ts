import {
  boolean,
  both,
  type Check,
  complain,
  type Fields,
  integer,
  list,
  matching,
  rule,
  shape,
  string,
} from '../check.ts';
import { richText } from '../kinds/rich-text.ts';
import { actionable, dispatchable, focusable, placeholdable } from './field-groups.ts';

const base: Fields = { ...actionable, ...dispatchable, ...focusable, ...placeholdable };
const numeric = matching(/^-?\d+(\.\d+)?$/, 'a number in a string');

const plainTextInput: Check = both(
  shape({
    optional: {
      ...base,
      initial_value: string({ max: 3000 }),
      multiline: boolean,
      min_length: integer({ min: 0, max: 3000 }),
      max_length: integer({ min: 1, max: 3000 }),
    },
  }),
  rule((value, at) => {
    const { min_length: min, max_length: max, initial_value: initial } = value;
    if (typeof min === 'number' && typeof max === 'number' && min > max)
      complain(at, '`min_length` must not be greater than `max_length`');
    if (typeof initial === 'string' && typeof max === 'number' && initial.length > max) {
      complain(at, '`initial_value` must not be longer than `max_length`');
    }
  }),
);

const numberInput: Check = both(
  shape({
    required: { is_decimal_allowed: boolean },
    optional: { ...base, initial_value: numeric, min_value: numeric, max_value: numeric },
  }),
  rule((value, at) => {
    const { min_value: min, max_value: max } = value;
    if (typeof min === 'string' && typeof max === 'string' && Number(min) > Number(max)) {
      complain(at, '`min_value` must not be greater than `max_value`');
    }
  }),
);

/** A composer with formatting; the one typed field that may also stand in a row of actions. */
export const richTextInput: Check = shape({
  optional: {
    ...base,
    initial_value: richText,
    min_lines: integer({ min: 1, max: 100 }),
    max_lines: integer({ min: 1, max: 100 }),
  },
});

/** Fields a person types into. */
export const fields: Readonly<Record<string, Check>> = {
  plain_text_input: plainTextInput,
  number_input: numberInput,
  email_text_input: shape({ optional: { ...base, initial_value: string({ max: 3000 }) } }),
  url_text_input: shape({ optional: { ...base, initial_value: string({ max: 3000 }) } }),
  rich_text_input: richTextInput,
};

/** Up to ten files; the app needs files:read (Block Kit reference, "File input element"). */
export const fileInput: Check = shape({
  optional: {
    ...actionable,
    filetypes: list(string({ min: 1 }), { max: 100 }),
    max_files: integer({ min: 1, max: 10 }),
  },
});
