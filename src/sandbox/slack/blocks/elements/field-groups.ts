import { boolean, type Fields, list, oneOf, shape, string } from '../check.ts';
import { confirmDialog } from '../composition.ts';
import { plainText } from '../text.ts';

/** Fields that several elements share (Block Kit reference, "Block elements"). */
export const actionable: Fields = { action_id: string({ min: 1, max: 255 }) };
export const confirmable: Fields = { confirm: confirmDialog };
export const focusable: Fields = { focus_on_load: boolean };
export const placeholdable: Fields = { placeholder: plainText(150) };
export const dispatchable: Fields = {
  dispatch_action_config: shape({
    required: { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }) },
  }),
};
