import { isRecord, type JsonRecord, listAt, textAt } from '../record.ts';
import type { Workspace } from '../state/workspace.ts';

/** A picture of a file that Slack does not have cannot be shown: one line for each, as Slack words it. */
export function missingFiles(workspace: Workspace, blocks: readonly unknown[], pointer: string): readonly string[] {
  return blocks.flatMap((block, index) => {
    const pictures = isRecord(block) ? [block, block['accessory'], ...listAt(block, 'elements')] : [];
    const ids = pictures.filter(isRecord).flatMap((picture) => slackFileId(picture) ?? []);
    const unknown = ids.filter((id) => !workspace.files.has(id));
    return unknown.map(() => `[ERROR] invalid slack file [json-pointer:${pointer}/${index}/slack_file]`);
  });
}

function slackFileId(picture: JsonRecord): string | null {
  const file = picture['slack_file'];
  return isRecord(file) ? textAt(file, 'id') : null;
}
