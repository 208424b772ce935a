import { both, type Check, type Fields, integer, list, matching, shape, string } from '../check.ts';
import { fixedChoices, richOption } from '../composition.ts';
import { actionable, confirmable, focusable, placeholdable } from './field-groups.ts';

const base: Fields = { ...actionable, ...confirmable, ...focusable };
const upToTen = list(richOption, { min: 1, max: 10 });

/** Boxes and buttons that are all visible at once. */
export const groups: Readonly<Record<string, Check>> = {
  checkboxes: both(
    shape({ required: { options: upToTen }, optional: { ...base, initial_options: upToTen } }),
    fixedChoices,
  ),
  radio_buttons: both(
    shape({ required: { options: upToTen }, optional: { ...base, initial_option: richOption } }),
    fixedChoices,
  ),
};

/** Days and hours. */
export const pickers: Readonly<Record<string, Check>> = {
  datepicker: shape({
    optional: {
      ...base,
      ...placeholdable,
      initial_date: matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date (YYYY-MM-DD)'),
    },
  }),
  timepicker: shape({
    optional: {
      ...base,
      ...placeholdable,
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time (HH:mm)'),
      timezone: string({ min: 1 }),
    },
  }),
  // Ten digits, as documented: seconds, not milliseconds.
  datetimepicker: shape({
    optional: { ...base, initial_date_time: integer({ min: 1_000_000_000, max: 9_999_999_999 }) },
  }),
};
