import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import type { ModelList } from '../objects/model-list.ts';
import { declareChange } from '../operation.ts';
import { knownModels, needModels, planModels } from './list-plan.ts';
import { modelWords } from './model-words.ts';

const id = operationId('models.set');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  only: {
    kind: 'words',
    label: 'Only these models',
    hint: 'For example gpt-6-astra, gpt-image-2. Every other one is blocked.',
    required: false,
    ...modelWords,
    narrows: 'subset',
  },
  except: {
    kind: 'words',
    label: 'All but these models',
    hint: 'For example gpt-image-2. Every other one may be used.',
    required: false,
    ...modelWords,
  },
  none: { kind: 'flag', label: 'No model at all', hint: 'Every request of the project fails then.', required: false },
} as const;

/** One of the three ways to say it; null for none or several. */
function wishOf({ only, except, none }: InputOf<typeof fields>): ModelList {
  const wishes: NonNullable<ModelList>[] = [
    ...(only === null ? [] : [{ kind: 'only' as const, models: only.toSorted() }]),
    ...(except === null ? [] : [{ kind: 'except' as const, models: except.toSorted() }]),
    ...(none === true ? [{ kind: 'only' as const, models: [] }] : []),
  ];
  return wishes.length === 1 ? (wishes[0] ?? null) : null;
}

export const setModels = declareChange({
  id,
  tier: 'destructive',
  title: 'Set a project’s models',
  summary: 'Says which models a project may use: only some, all but some, or none.',
  example: '/openai models set search-dev --only gpt-6-astra,gpt-6-astra-mini --reason "keep the pilot small"',
  fields,
  callBudget: 4,
  known: knownModels,
  need: (ask, have) => needModels(ask.input.project, have, ask.now),
  plan: (ask, have) => {
    const wish = wishOf(ask.input);
    if (wish === null) {
      return refuse('models.set.one-way', {
        what: `It is not clear which models ${have.project.name} may use.`,
        rule: 'Say it in one way: only these, all but these, or none at all. To allow every model, reset the list.',
        next: {
          kind: 'start',
          label: 'Allow every model',
          operation: operationId('models.reset'),
          input: { project: { ...ask.input.project } },
        },
      });
    }
    return planModels({ id, now: ask.now, wish }, have);
  },
});
