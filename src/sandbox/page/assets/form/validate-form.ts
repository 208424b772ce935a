import { asNumber, asObject, asText } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { stateOf } from './element-state.ts';
import type { FormValues } from './element-state.ts';

/** What a Slack client refuses by itself, before anything is sent, by block_id. */
export function validateForm(blocks: readonly Json[], values: FormValues): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    const element = block['type'] === 'input' ? asObject(block['element']) : null;
    if (element === null) continue;
    const blockId = asText(block['block_id']);
    const state = stateOf(values, blockId, element);
    const error = isEmpty(state) ? missing(block) : misshapen(element, asText(state['value']));
    if (error !== null) errors[blockId] = error;
  }
  return errors;
}

/** A state is its type and one field, whose name depends on the type. */
function isEmpty(state: Json): boolean {
  const chosen = Object.entries(state).filter(([name]) => name !== 'type');
  return chosen.every(([, value]) => value === null || value === '' || (Array.isArray(value) && value.length === 0));
}

function missing(block: Json): string | null {
  return block['optional'] === true ? null : 'Please complete this required field.';
}

function misshapen(element: Json, value: string): string | null {
  const least = asNumber(element['min_length']);
  const most = asNumber(element['max_length']);
  if (least !== null && value.length < least) return `This takes at least ${least} characters.`;
  if (most !== null && value.length > most) return `This takes at most ${most} characters.`;
  switch (element['type']) {
    case 'email_text_input':
      return /^\S+@\S+\.\S+$/.test(value) ? null : 'This is not an e-mail address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(value) ? null : 'This is not a web address.';
    case 'number_input':
      return wrongNumber(element, value);
    default:
      return null;
  }
}

function wrongNumber(element: Json, value: string): string | null {
  const decimal = element['is_decimal_allowed'] === true;
  if (!(decimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(value))
    return decimal ? 'This is not a number.' : 'This is not a whole number.';
  const least = asText(element['min_value']);
  const most = asText(element['max_value']);
  if (least !== '' && Number(value) < Number(least)) return `This must be at least ${least}.`;
  if (most !== '' && Number(value) > Number(most)) return `This must be at most ${most}.`;
  return null;
}
