import { asMessages } from '../blocks/validate-blocks.ts';
import { MAX_VIEW_BYTES, validateView } from '../blocks/validate-view.ts';
import { isRecord, type JsonRecord, listAt, textAt } from '../record.ts';
import { findViewByExternalId } from '../state/modal-stack.ts';
import type { View } from '../state/view.ts';
import type { Workspace } from '../state/workspace.ts';
import { missingFiles } from './missing-files.ts';

export type Judged =
  | { readonly ok: true; readonly payload: JsonRecord }
  | {
      readonly ok: false;
      readonly error: 'invalid_arguments' | 'view_too_large' | 'duplicate_external_id';
      readonly messages: readonly string[];
    };

/**
 * Judges a view the app sent, by a Web API call or as the answer to a submission.
 * @param context the kind expected, and the view it will replace, whose external id it may keep
 */
export function judgeView(
  workspace: Workspace,
  view: unknown,
  context: { type: 'modal' | 'home'; replaces: View | null },
): Judged {
  if (!isRecord(view))
    return { ok: false, error: 'invalid_arguments', messages: ['[ERROR] missing required field: view'] };
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES)
    return { ok: false, error: 'view_too_large', messages: [] };
  const messages = [
    ...asMessages(validateView(context.type, view)),
    ...missingFiles(workspace, listAt(view, 'blocks'), '/view/blocks'),
  ];
  if (messages.length > 0) return { ok: false, error: 'invalid_arguments', messages };
  const holder = findViewByExternalId(workspace, textAt(view, 'external_id') ?? '');
  if (holder !== null && holder.id !== context.replaces?.id)
    return { ok: false, error: 'duplicate_external_id', messages: [] };
  return { ok: true, payload: view };
}
