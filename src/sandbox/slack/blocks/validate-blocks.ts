import { isRecord } from '../record.ts';
import { type At, byType, list, type Problem, type Surface } from './check.ts';
import { BLOCK_KINDS } from './kinds/catalogue.ts';
import { checkAcross } from './rules-across.ts';

/** A message holds 50 blocks, a modal or a Home 100 (Block Kit reference, "Blocks"). */
const MAX_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/**
 * Checks blocks against Slack's documented limits.
 * @param pointer where the list stands in the request: `/blocks` of a message, `/view/blocks` of a view
 * @returns what Slack would refuse, nothing when it would accept
 */
export function validateBlocks(surface: Surface, blocks: unknown, pointer: string = '/blocks'): readonly Problem[] {
  const at: At = { pointer, surface, problems: [] };
  const kinds = Object.entries(BLOCK_KINDS).filter(([, kind]) => kind.surfaces.includes(surface));
  const block = byType(Object.fromEntries(kinds.map(([type, kind]) => [type, kind.check])));
  list(block, { max: MAX_BLOCKS[surface] })(blocks, at);
  if (Array.isArray(blocks))
    checkAcross(
      blocks.map((entry: unknown) => (isRecord(entry) ? entry : {})),
      at,
    );
  return at.problems;
}

/** The lines Slack puts into `response_metadata.messages`. */
export function asMessages(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) => `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`);
}
