import { elementState, offeredOptions, STATEFUL } from '../blocks/element-state.ts';
import { isRecord, type JsonRecord, recordsAt, textAt } from '../record.ts';
import type { BlockJson, Click } from '../seat.ts';

/** What using an element does: its new state (none for a button) and the action the app is told of. */
export type Chosen =
  | { readonly ok: true; readonly state: BlockJson | null; readonly action: JsonRecord }
  | { readonly ok: false; readonly failed: string };

/** A person can press a button or pick what is offered; the app gets the element's own values, never the caller's. */
export function choose(element: JsonRecord, click: Click, actionTs: string): Chosen {
  const base = { type: element['type'], action_id: click.actionId, block_id: click.blockId, action_ts: actionTs };
  switch (element['type']) {
    case 'button':
      return { ok: true, state: null, action: { ...base, ...pick(element, ['text', 'value', 'style']) } };
    case 'overflow': {
      const selected = offeredOptions(element).find((option) => option['value'] === click.choice?.value);
      if (selected === undefined) return { ok: false, failed: 'option_not_found' };
      return { ok: true, state: null, action: { ...base, selected_option: selected } };
    }
    default: {
      const state = elementState(
        element,
        click.state?.[click.blockId]?.[click.actionId] ?? stateOfChoice(element, click.choice),
      );
      if (state === null) return { ok: false, failed: 'element_not_found' };
      if (!isOffered(element, state)) return { ok: false, failed: 'option_not_found' };
      return { ok: true, state, action: { ...base, ...state } };
    }
  }
}

function pick(element: JsonRecord, keys: readonly string[]): JsonRecord {
  return Object.fromEntries(keys.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]])));
}

/** The state an element has after this one choice. */
function stateOfChoice(element: JsonRecord, choice: Click['choice']): BlockJson | undefined {
  const type = textAt(element, 'type') ?? '';
  const stateful = STATEFUL[type];
  if (stateful === undefined || choice === undefined) return undefined;
  const option = { text: { type: 'plain_text', text: choice.label, emoji: true }, value: choice.value };
  if (stateful.chooses === 'option') return { type, selected_option: option };
  if (stateful.chooses === 'options') return { type, selected_options: [option] };
  const value = type === 'datetimepicker' ? Number(choice.value) : choice.value;
  return { type, [stateful.field]: stateful.empty === null ? value : [value] };
}

/** Menus that ask the app or the workspace for their options accept any; the others only what they show. */
export function isOffered(element: JsonRecord, state: BlockJson): boolean {
  const offered = offeredOptions(element);
  if (offered.length === 0) return true;
  const single = state['selected_option'];
  const chosen = isRecord(single) ? [single] : recordsAt(state, 'selected_options');
  return chosen.every((option) => offered.some((candidate) => candidate['value'] === option['value']));
}
