import type { JsonObject } from '#domain/json.ts';
import { defaultTiers } from '../objects/service-tiers.ts';
import { limitsInWords, wordsOfLimits } from '../rate-limits/limit-word.ts';
import { tiersInWords, wordsOfTiers } from '../service-tiers/tier-words.ts';
import { toolsInWords, wordsOfTools } from '../tools/tool-words.ts';
import { noWish, type Wish } from './wish.ts';
import type { StopInput, WishInput } from './wish-fields.ts';

function modelWishes(input: StopInput): readonly NonNullable<Wish['models']>[] {
  return [
    ...(input.onlyModels === null ? [] : [{ to: { kind: 'only' as const, models: input.onlyModels.toSorted() } }]),
    ...(input.exceptModels === null
      ? []
      : [{ to: { kind: 'except' as const, models: input.exceptModels.toSorted() } }]),
    ...(input.noModel === true ? [{ to: { kind: 'only' as const, models: [] } }] : []),
    ...(input.everyModel === true ? [{ to: null }] : []),
  ];
}

function hardLimitWish({ hardLimit, noHardLimit }: StopInput): Wish['hardLimit'] {
  if (noHardLimit === true) return { to: null };
  return hardLimit === null ? null : { to: hardLimit };
}

/** The wish in these words, or the sentence that says what is unclear about them. */
export function stopWish(input: StopInput): Wish | string {
  const models = modelWishes(input);
  if (models.length > 1) return 'Say in one way which models may be used.';
  if (input.noHardLimit === true && input.hardLimit !== null) return 'Give a hard limit or none, not both.';
  return {
    ...noWish,
    models: models[0] ?? null,
    limits: limitsInWords(input.limits ?? []),
    hardLimit: hardLimitWish(input),
  };
}

/** The same for every setting. */
export function fullWish(input: WishInput): Wish | string {
  const stop = stopWish(input);
  if (typeof stop === 'string') return stop;
  const tools = toolsInWords(input.toolsOn, input.toolsOff);
  if (tools === null) return 'Switch each tool on or off, not both.';
  const chosen = defaultTiers.find((tier) => tier === input.defaultTier);
  if ((input.tiers === null) !== (chosen === undefined)) {
    return 'Give the service tiers allowed and the one by default together.';
  }
  if (input.tiers === null || chosen === undefined) return { ...stop, tools };
  const allowed = tiersInWords(input.tiers);
  if (allowed === null) return 'The word all stands alone among the service tiers.';
  return { ...stop, tools, tiers: { default: chosen, allowed } };
}

function modelInput(models: Wish['models']) {
  const none = { onlyModels: null, exceptModels: null, noModel: null, everyModel: null };
  if (models === null) return none;
  if (models.to === null) return { ...none, everyModel: true };
  if (models.to.kind === 'except') return { ...none, exceptModels: models.to.models };
  return models.to.models.length === 0 ? { ...none, noModel: true } : { ...none, onlyModels: models.to.models };
}

/** Input that `stopWish` reads as this wish. */
export function stopInput({ models, limits, hardLimit }: Wish): JsonObject {
  const words = wordsOfLimits(limits);
  return {
    ...modelInput(models),
    limits: words.length === 0 ? null : words,
    hardLimit: hardLimit?.to ?? null,
    noHardLimit: hardLimit !== null && hardLimit.to === null ? true : null,
  };
}

/** Input that `fullWish` reads as this wish. */
export function fullInput(wish: Wish): JsonObject {
  const { on, off } = wordsOfTools(wish.tools);
  return {
    ...stopInput(wish),
    toolsOn: on,
    toolsOff: off,
    tiers: wish.tiers === null ? null : wordsOfTiers(wish.tiers.allowed),
    defaultTier: wish.tiers?.default ?? null,
  };
}
