import { type JsonRecord, textAt } from '../record.ts';
import { type At, below, complain } from './check.ts';
import { MARKDOWN_MAX } from './kinds/callout.ts';
import { elementsOf } from './elements-of.ts';

/** What Slack asks of a list of blocks as a whole. `at` points at the list. */
export function checkAcross(blocks: readonly JsonRecord[], at: At): void {
  uniqueBlockIds(blocks, at);
  uniqueActionIds(blocks, at);
  if (at.surface === 'message') {
    oneTable(blocks, at);
    markdownTotal(blocks, at);
  } else oneFocus(blocks, at);
}

function uniqueBlockIds(blocks: readonly JsonRecord[], at: At): void {
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    const id = textAt(block, 'block_id');
    if (id !== null && seen.size === seen.add(id).size) {
      complain(below(below(at, index), 'block_id'), `\`block_id\` "${id}" already exists`);
    }
  });
}

function uniqueActionIds(blocks: readonly JsonRecord[], at: At): void {
  blocks.forEach((block, index) => {
    const seen = new Set<string>();
    for (const { element, path } of elementsOf(block)) {
      const id = textAt(element, 'action_id');
      if (id === null || seen.size !== seen.add(id).size) continue;
      complain({ ...at, pointer: `${at.pointer}/${index}/${path}/action_id` }, `\`action_id\` "${id}" already exists`);
    }
  });
}

/** Only one field can have the cursor when a view opens. */
function oneFocus(blocks: readonly JsonRecord[], at: At): void {
  const focused = blocks
    .flatMap((block) => elementsOf(block))
    .filter(({ element }) => element['focus_on_load'] === true);
  if (focused.length > 1) complain(at, 'only one element can have `focus_on_load` set to true');
}

function oneTable(blocks: readonly JsonRecord[], at: At): void {
  if (blocks.filter((block) => block['type'] === 'table').length > 1)
    complain(at, 'only one table block is allowed in a message');
}

function markdownTotal(blocks: readonly JsonRecord[], at: At): void {
  const texts = blocks.filter((block) => block['type'] === 'markdown').map((block) => textAt(block, 'text') ?? '');
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  // One block that is too long alone has been complained about already.
  if (texts.length > 1 && total > MARKDOWN_MAX)
    complain(at, `markdown blocks must be less than ${MARKDOWN_MAX + 1} characters in total`);
}
