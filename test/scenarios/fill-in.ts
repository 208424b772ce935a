import type { BlockJson, SeatState, SeatView } from '#sandbox/slack/seat.ts';
import { readBlocks } from './read-blocks.ts';

/** By a field's label: what is typed into it, or the value that is picked. */
export type Typed = Readonly<Record<string, string>>;

const kept = {
  initial_value: 'value',
  initial_option: 'selected_option',
  initial_options: 'selected_options',
} as const;

function stateOf(element: BlockJson, words: string | undefined): BlockJson {
  const { type } = element;
  if (words !== undefined) {
    const option = { text: { type: 'plain_text', text: words }, value: words };
    if (type === 'checkboxes') return { type, selected_options: [option] };
    return type.includes('select') ? { type, selected_option: option } : { type, value: words };
  }
  const initial = Object.entries(kept).find(([name]) => name in element);
  return initial === undefined ? { type } : { type, [initial[1]]: element[initial[0]] };
}

/** The state of a form after somebody typed these words. A label that the form does not have is a mistake of the test. */
export function fillIn(view: SeatView, typed: Typed): SeatState {
  const inputs = view.blocks.filter((each) => each.type === 'input');
  const labels = inputs.map((block) => readBlocks(block['label']));
  for (const label of Object.keys(typed))
    if (!labels.includes(label)) throw new Error(`There is no field ${label} in: ${labels.join(', ')}`);
  return Object.fromEntries(
    inputs.map((block, place) => {
      const element = block['element'] as BlockJson;
      return [
        String(block['block_id']),
        { [String(element['action_id'])]: stateOf(element, typed[labels[place] ?? '']) },
      ];
    }),
  );
}
