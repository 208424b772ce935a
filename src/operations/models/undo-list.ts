import { operationId } from '#domain/ids.ts';
import type { ProjectRef } from '../field.ts';
import { type ModelList, sayModelList } from '../objects/model-list.ts';
import type { Inverse } from '../plan.ts';

const none = { only: null, except: null, none: null };

/** Input of models.set that puts this list. */
function listInput(list: NonNullable<ModelList>) {
  if (list.kind === 'except') return { ...none, except: [...list.models] };
  return list.models.length === 0 ? { ...none, none: true } : { ...none, only: [...list.models] };
}

/** Back to the list as it was; a policy is one value, so nothing of it is lost. */
export function undoModels(project: ProjectRef, before: ModelList): Inverse {
  const input = { project: { ...project } };
  const verdict = 'exact';
  if (before === null) {
    const sentence = 'remove the list again; then every model may be used.';
    return { verdict, sentence, operation: operationId('models.reset'), input };
  }
  const sentence = `set it back to ${sayModelList(before)}.`;
  return { verdict, sentence, operation: operationId('models.set'), input: { ...input, ...listInput(before) } };
}
