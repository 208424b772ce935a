import type { WireAnswer, WireRequest } from './exchange.ts';
import type { Fault } from './fault-script.ts';

const CURSORS_ASKED = ['after', 'before', 'page'];
const CURSORS_ANSWERED = ['first_id', 'last_id', 'next', 'next_page'];

/** The call as the emulator takes it under this fault: `repeat_cursor` forgets how far the caller had got. */
export function askedUnder(fault: Fault | null, request: WireRequest): WireRequest {
  if (fault !== 'repeat_cursor') return request;
  const kept = [...request.search].filter(([name]) => !CURSORS_ASKED.includes(name));
  return { ...request, search: new URLSearchParams(kept) };
}

/** What these faults make of a list; any other answer goes through. Two promise more, so that a caller has to go on. */
export function listUnder(fault: Fault | null, answer: WireAnswer): WireAnswer {
  const { body } = answer;
  if (typeof body['has_more'] !== 'boolean') return answer;
  if (fault === 'missing_last_id' || fault === 'empty_list') {
    const kept = Object.entries(body).filter(([name]) => !CURSORS_ANSWERED.includes(name));
    if (fault === 'empty_list') return { ...answer, body: { ...Object.fromEntries(kept), data: [], has_more: false } };
    return { ...answer, body: { ...Object.fromEntries(kept), has_more: true } };
  }
  if (fault !== 'repeat_cursor') return answer;
  // The last page of the styles that have a cursor of its own has none, so one is made up.
  const more = Object.entries(body).map(([name, value]) => [name, isOwnCursor(name) ? (value ?? 'round') : value]);
  return { ...answer, body: { ...Object.fromEntries(more), has_more: true } };
}

function isOwnCursor(name: string): boolean {
  return name === 'next' || name === 'next_page';
}
