import { z } from 'zod';
import { oneLine } from '#domain/printable.ts';

/**
 * Which models a project may use: all while nothing is set (null), else only those listed or all but those. An empty list of `only`
 * allows none.
 */
export const modelListSchema = z.object({ kind: z.enum(['only', 'except']), models: z.array(z.string()) }).nullable();
export type ModelList = z.infer<typeof modelListSchema>;

/** `ProjectModelPermissions` (OpenAI API reference, 2026-11). Without a policy "not found" was seen; an empty answer means the same. */
export const modelListWire = z.looseObject({
  mode: z.enum(['allow_list', 'deny_list']).nullish(),
  model_ids: z.array(z.string()).nullish(),
});

export function keepModelList(answer: unknown): ModelList {
  const { mode, model_ids: ids } = modelListWire.parse(answer);
  const models = (ids ?? []).map((id) => oneLine(id)).toSorted();
  if (mode === 'allow_list') return { kind: 'only', models };
  // To except nothing is to allow everything.
  return models.length === 0 ? null : { kind: 'except', models };
}

/** As the vendor takes it. */
export function modelListOnWire(list: NonNullable<ModelList>) {
  return { mode: list.kind === 'only' ? 'allow_list' : 'deny_list', model_ids: [...list.models] };
}

/** `only gpt-6-astra, gpt-image-2`. */
export function sayModelList(list: ModelList): string {
  if (list === null) return 'every model';
  if (list.kind === 'except') return `every model except ${list.models.join(', ')}`;
  return list.models.length === 0 ? 'no model' : `only ${list.models.join(', ')}`;
}

export function allowsModel(list: ModelList, model: string): boolean {
  return list === null || list.models.includes(model) === (list.kind === 'only');
}
