import type { BlockJson, SeatState } from '../../../slack/seat.ts';
import { asObject, asObjects, asText } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';

/** What was entered so far, by block and action. An element that nobody touched is not in it. */
export type FormValues = SeatState;

/** The part of a state that says what is chosen, by element type (Slack, "Block elements" and "view state", 2026). */
const INITIAL: Readonly<Record<string, (element: Json) => Json>> = {
  plain_text_input: textState,
  email_text_input: textState,
  url_text_input: textState,
  number_input: textState,
  static_select: optionState,
  external_select: optionState,
  radio_buttons: optionState,
  overflow: () => ({ selected_option: null }),
  multi_static_select: optionsState,
  multi_external_select: optionsState,
  checkboxes: optionsState,
  users_select: (element) => ({ selected_user: textOrNull(element['initial_user']) }),
  multi_users_select: (element) => ({ selected_users: element['initial_users'] ?? [] }),
  multi_channels_select: (element) => ({ selected_channels: element['initial_channels'] ?? [] }),
  multi_conversations_select: (element) => ({ selected_conversations: element['initial_conversations'] ?? [] }),
  channels_select: (element) => ({ selected_channel: textOrNull(element['initial_channel']) }),
  conversations_select: (element) => ({ selected_conversation: textOrNull(element['initial_conversation']) }),
  datepicker: (element) => ({ selected_date: textOrNull(element['initial_date']) }),
  timepicker: (element) => ({ selected_time: textOrNull(element['initial_time']) }),
  datetimepicker: (element) => ({ selected_date_time: element['initial_date_time'] ?? null }),
};

function textState(element: Json): Json {
  return { value: textOrNull(element['initial_value']) };
}

function optionState(element: Json): Json {
  return { selected_option: asObject(element['initial_option']) };
}

function optionsState(element: Json): Json {
  return { selected_options: asObjects(element['initial_options']) };
}

function textOrNull(value: unknown): string | null {
  return asText(value) || null;
}

export function stateOf(values: FormValues, blockId: string, element: Json): BlockJson {
  const type = asText(element['type']);
  const kept = values[blockId]?.[asText(element['action_id'])];
  return kept?.type === type ? kept : { type, ...INITIAL[type]?.(element) };
}

export function withState(
  values: FormValues,
  at: { readonly blockId: string; readonly actionId: string },
  state: BlockJson,
): FormValues {
  return { ...values, [at.blockId]: { ...values[at.blockId], [at.actionId]: state } };
}

/** `state.values` as Slack sends it: every element that holds a value, touched or not; buttons and menus hold none. */
export function collectState(blocks: readonly Json[], values: FormValues): SeatState {
  let state: SeatState = {};
  for (const block of blocks) {
    const blockId = asText(block['block_id']);
    for (const element of elementsOf(block)) {
      const type = asText(element['type']);
      if (!(type in INITIAL) || type === 'overflow') continue;
      state = withState(state, { blockId, actionId: asText(element['action_id']) }, stateOf(values, blockId, element));
    }
  }
  return state;
}

function elementsOf(block: Json): readonly Json[] {
  return [...asObjects(block['elements']), ...asObjects([block['element'], block['accessory']])];
}
