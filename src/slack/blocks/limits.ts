import { holdsRawKey } from '#domain/raw-key.ts';
import { isRecord, textAt } from '../api/record.ts';
import { elementProblems } from './element-limits.ts';

export type Surface = 'message' | 'modal' | 'home';

/** Blocks that fit a surface (Block Kit reference, "Blocks", 2026). */
const maxBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
/** Slack cuts a message's text at 40 000 and refuses an update beyond 4 000; ours always fits an update. */
const maxText = 4000;
/** views.open: `view_too_large`. */
const maxViewBytes = 250_000;
const maxTitle = 24;

/**
 * Why Slack would refuse this, or why we do: nothing that holds a raw key is ever sent. Names of limits only, never the content.
 * An empty list may be sent.
 */
export function sendProblems(surface: Surface, payload: object): readonly string[] {
  const whole = payload as Readonly<Record<string, unknown>>;
  const json = JSON.stringify(payload);
  const problems = holdsRawKey(json) ? ['holds a raw key'] : [];
  const blocks = Array.isArray(whole['blocks']) ? whole['blocks'] : [];
  if (blocks.length > maxBlocks[surface]) problems.push(`more than ${maxBlocks[surface]} blocks`);
  problems.push(
    ...blockProblems(blocks),
    ...(surface === 'message' ? messageProblems(whole, blocks) : viewProblems(whole, json)),
  );
  return problems;
}

function messageProblems(message: Readonly<Record<string, unknown>>, blocks: readonly unknown[]): readonly string[] {
  const text = textAt(message, 'text');
  return [
    ...(text.trim() === '' ? ['no text'] : []),
    ...(text.length > maxText ? [`text over ${maxText}`] : []),
    ...(blocks.filter((block) => isRecord(block) && block['type'] === 'table').length > 1
      ? ['more than one table']
      : []),
    ...(blocks.some((block) => isRecord(block) && block['type'] === 'input') ? ['input in a message'] : []),
  ];
}

function viewProblems(view: Readonly<Record<string, unknown>>, json: string): readonly string[] {
  const problems: string[] = [];
  if (Buffer.byteLength(json) > maxViewBytes) problems.push('view over 250 KB');
  for (const part of ['title', 'submit', 'close']) {
    const text = isRecord(view[part]) ? view[part]['text'] : undefined;
    if (text !== undefined && (typeof text !== 'string' || text === '' || text.length > maxTitle))
      problems.push(`${part} over ${maxTitle}`);
  }
  if (textAt(view, 'private_metadata').length > 3000) problems.push('private_metadata over 3000');
  const blocks = Array.isArray(view['blocks']) ? view['blocks'] : [];
  if (blocks.some((block) => isRecord(block) && block['type'] === 'table')) problems.push('table in a view');
  if (view['submit'] === undefined && blocks.some((block) => isRecord(block) && block['type'] === 'input'))
    problems.push('input without submit');
  return problems;
}

function blockProblems(blocks: readonly unknown[]): readonly string[] {
  const ids = new Set<unknown>();
  return blocks.flatMap((block) => {
    if (!isRecord(block)) return ['a block that is no object'];
    const id = block['block_id'];
    const repeated = id !== undefined && ids.has(id);
    ids.add(id);
    const tooLong = typeof id === 'string' && (id === '' || id.length > 255);
    return [
      ...(repeated ? ['a block_id twice'] : []),
      ...(tooLong ? ['block_id over 255'] : []),
      ...elementProblems(block),
    ];
  });
}
