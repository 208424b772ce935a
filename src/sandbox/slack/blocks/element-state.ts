import { type JsonRecord, isRecord, recordsAt, textAt } from '../record.ts';
import type { BlockJson, SeatState } from '../seat.ts';
import { elementsOf } from './elements-of.ts';

/** How an element's value is called in `state.values`, and where its first value stands in the element. */
interface Stateful {
  readonly field: string;
  readonly initial: string;
  /** What an untouched element says. */
  readonly empty: null | readonly never[];
  readonly chooses: 'option' | 'options' | 'other';
}

const value: Stateful = { field: 'value', initial: 'initial_value', empty: null, chooses: 'other' };
const oneOption: Stateful = { field: 'selected_option', initial: 'initial_option', empty: null, chooses: 'option' };
const options: Stateful = { field: 'selected_options', initial: 'initial_options', empty: [], chooses: 'options' };
const other = (field: string, initial: string, empty: null | readonly never[] = null): Stateful => ({
  field,
  initial,
  empty,
  chooses: 'other',
});

/** Elements that hold a value (Block Kit reference; Slack API docs, "View interaction payloads"). Buttons and overflow menus hold none. */
export const STATEFUL: Readonly<Record<string, Stateful>> = {
  plain_text_input: value,
  email_text_input: value,
  url_text_input: value,
  number_input: value,
  rich_text_input: other('rich_text_value', 'initial_value'),
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: other('selected_user', 'initial_user'),
  multi_users_select: other('selected_users', 'initial_users', []),
  conversations_select: other('selected_conversation', 'initial_conversation'),
  multi_conversations_select: other('selected_conversations', 'initial_conversations', []),
  channels_select: other('selected_channel', 'initial_channel'),
  multi_channels_select: other('selected_channels', 'initial_channels', []),
  datepicker: other('selected_date', 'initial_date'),
  timepicker: other('selected_time', 'initial_time'),
  datetimepicker: other('selected_date_time', 'initial_date_time'),
  file_input: other('files', '', []),
};

/** Every stateful element of the blocks with its value: what was given for it, else what it starts with. */
export function stateOf(blocks: readonly JsonRecord[], given: SeatState): SeatState {
  const values: Record<string, Record<string, BlockJson>> = {};
  for (const block of blocks) {
    const blockId = textAt(block, 'block_id') ?? '';
    for (const { element } of elementsOf(block)) {
      const actionId = textAt(element, 'action_id') ?? '';
      const state = elementState(element, given[blockId]?.[actionId]);
      if (state !== null) values[blockId] = { ...values[blockId], [actionId]: state };
    }
  }
  return values;
}

/** The value of one element, or null when it holds none. */
export function elementState(element: JsonRecord, given: BlockJson | undefined): BlockJson | null {
  const type = textAt(element, 'type') ?? '';
  const stateful = STATEFUL[type];
  if (stateful === undefined) return null;
  const usable = given !== undefined && given.type === type ? given[stateful.field] : undefined;
  const held = usable ?? element[stateful.initial] ?? stateful.empty;
  // Emptied on purpose is not the same as never touched: null given means the first value is gone.
  const current = given?.type === type && given[stateful.field] === null ? stateful.empty : held;
  return { type, [stateful.field]: asOffered(element, stateful, current) };
}

/** The options an element offers itself, groups flattened; none for one that asks the app or the workspace. */
export function offeredOptions(element: JsonRecord): readonly JsonRecord[] {
  return [
    ...recordsAt(element, 'options'),
    ...recordsAt(element, 'option_groups').flatMap((group) => recordsAt(group, 'options')),
  ];
}

/** A client sends the option object it was given, whatever the caller of the seat put beside its value. */
function asOffered(element: JsonRecord, stateful: Stateful, current: unknown): unknown {
  const offered = offeredOptions(element);
  if (offered.length === 0 || stateful.chooses === 'other') return current;
  const whole = (chosen: unknown) =>
    isRecord(chosen) ? (offered.find((candidate) => candidate['value'] === chosen['value']) ?? chosen) : chosen;
  return Array.isArray(current) ? current.map(whole) : whole(current);
}
