import { asObjects, asText, wordsOf } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';

/** The words on all buttons of a message. */
export function buttonLabels(blocks: readonly Json[]): readonly string[] {
  return blocks
    .flatMap((block) => [
      ...asObjects(block['elements']),
      ...asObjects(block['actions']),
      ...asObjects([block['accessory']]),
    ])
    .filter((element) => asText(element['type']) === 'button')
    .map((element) => wordsOf(element['text']));
}
