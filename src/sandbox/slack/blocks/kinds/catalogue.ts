import type { Check, Surface } from '../check.ts';
import { alert, card, markdown } from './callout.ts';
import { actions, context, divider, header, image, input, section } from './layout.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './table.ts';

export interface BlockKind {
  readonly surfaces: readonly Surface[];
  readonly check: Check;
}

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const messages: readonly Surface[] = ['message'];

/**
 * The blocks this Slack knows. Left out, and so refused: `video` (needs a scope the app has not), `file` (apps cannot
 * send it), and the blocks of agents (`plan`, `task_card`, `context_actions`) until something sends one.
 */
export const BLOCK_KINDS: Readonly<Record<string, BlockKind>> = {
  section: { surfaces: everywhere, check: section },
  header: { surfaces: everywhere, check: header },
  divider: { surfaces: everywhere, check: divider },
  context: { surfaces: everywhere, check: context },
  actions: { surfaces: everywhere, check: actions },
  input: { surfaces: everywhere, check: input },
  image: { surfaces: everywhere, check: image },
  rich_text: { surfaces: everywhere, check: richText },
  card: { surfaces: everywhere, check: card },
  markdown: { surfaces: messages, check: markdown },
  table: { surfaces: messages, check: table },
  data_table: { surfaces: messages, check: dataTable },
  // Slack's SDK authors say modals only; one of its examples shows a message. The narrower reading cannot disappoint.
  alert: { surfaces: ['modal'], check: alert },
};
