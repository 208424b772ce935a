import { boolean, both, type Check, type Fields, integer, list, oneOf, shape, string } from '../check.ts';
import {
  distinctValues,
  exactlyOneOptionsField,
  fixedChoices,
  overflowOption,
  plainOption,
  staticOptions,
} from '../composition.ts';
import { actionable, confirmable, focusable, placeholdable } from './field-groups.ts';

const menu: Fields = { ...actionable, ...confirmable, ...focusable, ...placeholdable };
/** No upper limit is documented; nobody offers more than the 100 options that exist. */
const several: Fields = { max_selected_items: integer({ min: 1, max: 100 }) };
const queried: Fields = { min_query_length: integer({ min: 0, max: 3000 }) };
const someId = string({ min: 1 });
const conversationFilter: Fields = {
  default_to_current_conversation: boolean,
  filter: shape({
    optional: {
      include: list(oneOf('im', 'mpim', 'private', 'public'), { min: 1, max: 4 }),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  }),
};
const initialOptions: Fields = { initial_options: list(plainOption, { min: 1, max: 100 }) };

function fixedMenu(initial: Fields): Check {
  return both(
    shape({ optional: { ...menu, ...staticOptions, ...initial } }),
    both(exactlyOneOptionsField, fixedChoices),
  );
}

/** Menus of one choice and of several. */
export const menus: Readonly<Record<string, Check>> = {
  static_select: fixedMenu({ initial_option: plainOption }),
  multi_static_select: fixedMenu({ ...initialOptions, ...several }),
  external_select: shape({ optional: { ...menu, ...queried, initial_option: plainOption } }),
  multi_external_select: shape({ optional: { ...menu, ...queried, ...several, ...initialOptions } }),
  users_select: shape({ optional: { ...menu, initial_user: someId } }),
  multi_users_select: shape({ optional: { ...menu, ...several, initial_users: list(someId, { max: 100 }) } }),
  conversations_select: shape({
    optional: { ...menu, ...conversationFilter, initial_conversation: someId, response_url_enabled: boolean },
  }),
  multi_conversations_select: shape({
    optional: { ...menu, ...conversationFilter, ...several, initial_conversations: list(someId, { max: 100 }) },
  }),
  channels_select: shape({ optional: { ...menu, initial_channel: someId, response_url_enabled: boolean } }),
  multi_channels_select: shape({ optional: { ...menu, ...several, initial_channels: list(someId, { max: 100 }) } }),
};

export const overflow: Check = both(
  shape({
    required: { options: list(overflowOption, { min: 1, max: 5 }) },
    optional: { ...actionable, ...confirmable },
  }),
  distinctValues,
);
