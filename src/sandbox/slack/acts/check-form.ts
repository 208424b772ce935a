import { STATEFUL } from '../blocks/element-state.ts';
import { isRecord, type JsonRecord, textAt } from '../record.ts';
import type { BlockJson, SeatState } from '../seat.ts';
import { isOffered } from './choose.ts';

/** What a client complains about before it sends a form, by block_id, in the words of a client. */
export function checkForm(blocks: readonly JsonRecord[], state: SeatState): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block['type'] !== 'input' || !isRecord(block['element'])) continue;
    const blockId = textAt(block, 'block_id') ?? '';
    const held = state[blockId]?.[textAt(block['element'], 'action_id') ?? ''];
    const error = held === undefined ? null : complaint(block['element'], held, block['optional'] === true);
    if (error !== null) errors[blockId] = error;
  }
  return errors;
}

function complaint(element: JsonRecord, held: BlockJson, optional: boolean): string | null {
  const value = held[STATEFUL[held.type]?.field ?? ''];
  const isEmpty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return optional ? null : 'Please complete this required field.';
  if (!isOffered(element, held)) return 'Please choose one of the options.';
  if (Array.isArray(value)) return tooMany(element, value.length);
  return typeof value === 'string' ? textComplaint(element, value) : null;
}

function tooMany(element: JsonRecord, count: number): string | null {
  const max = element['max_selected_items'];
  return typeof max === 'number' && count > max ? `Please choose at most ${max}.` : null;
}

function textComplaint(element: JsonRecord, value: string): string | null {
  switch (element['type']) {
    case 'plain_text_input':
      return lengthComplaint(element, value);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(value) ? null : 'Please enter a valid URL.';
    case 'number_input':
      return numberComplaint(element, value);
    default:
      return null;
  }
}

/** The most a text field takes (Block Kit reference, "Plain-text input"). */
const MAX_LENGTH = 3000;

function lengthComplaint(element: JsonRecord, value: string): string | null {
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return `Please enter at least ${min} characters.`;
  const most = typeof max === 'number' ? max : MAX_LENGTH;
  return value.length > most ? `Please enter at most ${most} characters.` : null;
}

function numberComplaint(element: JsonRecord, value: string): string | null {
  const pattern = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value)) return 'Please enter a number.';
  const { min_value: min, max_value: max } = element;
  if (typeof min === 'string' && Number(value) < Number(min)) return `Please enter at least ${min}.`;
  return typeof max === 'string' && Number(value) > Number(max) ? `Please enter at most ${max}.` : null;
}
