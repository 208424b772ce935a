import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Need, read } from '../need.ts';
import { allowsModel } from '../objects/model-list.ts';
import { keepModelUse, modelUseSchema, weekOfUse } from '../objects/model-use.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { needSpent } from './hanging.ts';
import { needInside, needProject, refOf, refuseArchived } from './inside.ts';
import { planSettings } from './plan-settings.ts';
import { configuringBack } from './configure.ts';
import { type AllSettings, allSettings, needAllSettings } from './settings.ts';
import type { Wish } from './wish.ts';

const id = operationId('projects.copy-settings');

const kinds = ['models', 'limits', 'tools', 'tiers', 'hard-limit'] as const;

const fields = {
  project: { kind: 'project', label: 'Project to change', hint: 'By name or id.', required: true },
  from: { kind: 'project', label: 'Project to copy from', hint: 'By name or id. It stays as it is.', required: true },
  what: {
    kind: 'words',
    label: 'What to copy',
    hint: `Leave it out for everything: ${kinds.join(', ')}.`,
    required: false,
    most: kinds.length,
    pattern: /^[a-z-]+$/,
    patternHint: `Choose from ${kinds.join(', ')}.`,
    allowed: kinds,
  },
} as const;

// The settings of the other project are read under names of their own: `from.models`.
const SOURCE = 'from.';
const sourceShape = {
  'from.models': allSettings.models,
  'from.limits': allSettings.limits,
  'from.tools': allSettings.tools,
  'from.tiers': allSettings.tiers,
  'from.hardLimit': allSettings.hardLimit,
};

const known = z.object({
  project: projectSchema,
  from: projectSchema,
  ...allSettings,
  ...sourceShape,
  use: modelUseSchema,
  spentCents: z.number(),
});
type Known = z.infer<typeof known>;
type CopyAsk = Ask<InputOf<typeof fields>>;

function need({ input, now }: CopyAsk, have: Partial<Known>): readonly Need[] | Refusal {
  const { project, from } = input;
  if (have.project === undefined || have.from === undefined) {
    return [needProject(project), { ...needProject(from), name: 'from' }];
  }
  if (have.from.status === 'archived') return refuseArchived('projects', have.from);
  const rest = (): readonly Need[] => [
    ...needAllSettings(project),
    ...needAllSettings(from).map((need) => ({ ...need, name: `${SOURCE}${need.name}` })),
    read('use', { call: weekOfUse(project, now), keep: keepModelUse, pages: 'all' }),
    needSpent(project, now),
  ];
  return needInside(have, { family: 'projects', ref: project, rest: () => (have.limits === undefined ? rest() : []) });
}

function sourceOf(have: Known): AllSettings {
  return {
    models: have['from.models'],
    limits: have['from.limits'],
    tools: have['from.tools'],
    tiers: have['from.tiers'],
    hardLimit: have['from.hardLimit'],
  };
}

/** Limits only of models that the project may use by then: OpenAI knows no others there. */
function wishOf(what: readonly string[], have: Known): Wish {
  const source = sourceOf(have);
  const copiesModels = what.includes('models');
  const isListed = (model: string) => have.limits.some((row) => row.model === model);
  const limits = source.limits.filter(({ model }) =>
    copiesModels ? allowsModel(source.models, model) : isListed(model),
  );
  return {
    models: copiesModels ? { to: source.models } : null,
    limits: what.includes('limits') ? limits : [],
    tools: what.includes('tools') ? source.tools : {},
    tiers: what.includes('tiers') ? source.tiers : null,
    hardLimit: what.includes('hard-limit') ? { to: source.hardLimit?.amountCents ?? null } : null,
  };
}

function plan(ask: CopyAsk, have: Known): Plan | Refusal {
  if (have.project.id === have.from.id) {
    return refuse('projects.copy-settings.self', {
      what: `${have.project.name} cannot be copied onto itself.`,
      rule: 'Name two projects: the one to change and the one to copy from.',
    });
  }
  const project = refOf(have.project);
  return planSettings({
    id,
    now: ask.now,
    title: `Copy settings of ${have.from.name} to ${project.name}`,
    project: have.project,
    before: have,
    wish: wishOf(ask.input.what ?? kinds, have),
    use: have.use,
    spentCents: have.spentCents,
    inverse: (back) => configuringBack(project, back),
  });
}

export const copySettings = declareChange({
  id,
  tier: 'destructive',
  title: 'Copy settings from another project',
  summary: 'Gives a project the models, rate limits, tools, service tiers and hard limit of another one.',
  example: '/openai projects copy-settings search-staging --from search-dev --reason "staging like development"',
  fields,
  callBudget: 14,
  known,
  need,
  plan,
});
