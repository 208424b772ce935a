import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { modelWords } from '../models/model-words.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { nameField, needNamesakes } from './naming.ts';
import { findNewcomer, needNewcomers, newcomersSchema, refuseStrangers } from './newcomers.ts';
import { planOpening } from './opening.ts';

const id = operationId('projects.playground');

const fields = {
  name: { ...nameField, hint: 'For example erin-tries-images.' },
  who: { kind: 'user', label: 'Who will use it', hint: 'Leave it out for yourself.', required: false },
  hardLimit: {
    kind: 'money',
    label: 'Hard limit a month',
    hint: 'In dollars, at most $200. Beyond it every request fails.',
    required: true,
    initial: '$20',
    minCents: 100,
    // Losing this much by accident hurts nobody; whoever needs more opens a project.
    maxCents: 20_000,
    narrows: 'lower',
  },
  models: {
    kind: 'words',
    label: 'Only these models',
    hint: 'For example gpt-6-astra-mini. Leave it out for every model.',
    required: false,
    ...modelWords,
    narrows: 'subset',
  },
} as const;

const known = z.object({ namesakes: z.array(projectSchema), newcomers: newcomersSchema.optional() });
type PlaygroundAsk = Ask<InputOf<typeof fields>>;

const emailOf = ({ input, requester }: PlaygroundAsk): string | null => input.who?.email ?? requester.openaiEmail;

function plan(ask: PlaygroundAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { name, hardLimit, models } = ask.input;
  const email = emailOf(ask);
  if (email === null) {
    return refuse('projects.playground.for-whom', {
      what: `It is not known which user of OpenAI would use ${name}.`,
      rule: 'The policy names no OpenAI address of yours.',
      whoCan: 'You: say who will use it.',
    });
  }
  const newcomers = have.newcomers ?? [];
  const strangers = refuseStrangers([email], newcomers);
  if (strangers !== null) return strangers;
  const user = findNewcomer(newcomers, email);
  return planOpening({
    id,
    title: `Open the playground ${name}`,
    opening: {
      name,
      residency: null,
      models: models === null ? null : { kind: 'only', models: models.toSorted() },
      limits: [],
      hardLimitCents: hardLimit,
      alert: null,
      joining: user === null ? [] : [{ user, role: 'member' }],
    },
    namesakes: have.namesakes,
  });
}

export const openPlayground = declareChange({
  id,
  tier: 'routine',
  title: 'Open a playground',
  summary: 'Makes a project for trying things: one person in it, and a small hard limit from the start.',
  example: '/openai projects playground erin-tries-images --hard-limit $20 --reason "try the new image model"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) => {
    if (have.namesakes !== undefined) return [];
    const email = emailOf(ask);
    return [needNamesakes(ask.input.name), ...(email === null ? [] : [needNewcomers([email])])];
  },
  plan,
});
