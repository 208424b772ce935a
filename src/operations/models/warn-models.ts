import { count } from '#domain/instant.ts';
import { type ModelList, allowsModel } from '../objects/model-list.ts';
import { isUseOf, type ModelUse } from '../objects/model-use.ts';
import type { RateLimit } from '../objects/rate-limit.ts';

interface Situation {
  readonly name: string;
  readonly before: ModelList;
  readonly after: ModelList;
  /** What the project used in the last week. */
  readonly use: readonly ModelUse[];
  /** OpenAI lists limits only for models that the project may use. */
  readonly limits: readonly RateLimit[];
}

const number = new Intl.NumberFormat('en-US');

// A list names the model, usage mostly the snapshot that answered.
function allowsUse(list: ModelList, used: string): boolean {
  if (list === null) return true;
  return list.models.some((model) => isUseOf(model, used)) === (list.kind === 'only');
}

function blocked({ name, before, after, use }: Situation): readonly string[] {
  const lost = use.filter(({ model }) => allowsUse(before, model) && !allowsUse(after, model));
  if (lost.length === 0) return [];
  const which = lost.map(({ model, requests }) => `${model} (${number.format(requests)} requests)`).join(', ');
  return [`${name} used ${count(lost.length, 'model')} in the last 7 days that this blocks: ${which}.`];
}

/** Models that were allowed until now and yet have no limits do not exist. What was blocked cannot be judged. */
function unknown({ name, before, after, limits }: Situation): readonly string[] {
  const listed = new Set(limits.map(({ model }) => model));
  const strange = (after?.models ?? []).filter((model) => allowsModel(before, model) && !listed.has(model));
  if (strange.length === 0) return [];
  return [`OpenAI lists no limits in ${name} for ${strange.join(', ')}: check the spelling.`];
}

function reach({ name, before, after }: Situation): readonly string[] {
  if (after === null) return [`Every model may be used in ${name} then, also those released later.`];
  if (after.kind === 'except') {
    return before?.kind === 'only' ? [`Models released later may be used in ${name} then.`] : [];
  }
  if (after.models.length === 0) return [`Every request of ${name} fails then.`];
  return ['Models released later stay blocked until somebody adds them.'];
}

/** What an approver should know about a change of a model list. */
export function warnModels(situation: Situation): readonly string[] {
  return [...blocked(situation), ...unknown(situation), ...reach(situation)];
}
