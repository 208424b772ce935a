import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { residencyField } from './create-step.ts';
import { nameField, needNamesakes } from './naming.ts';
import { needNewcomers, newcomersSchema, refuseStrangers } from './newcomers.ts';
import { planOpening } from './opening.ts';
import { emailsOf, openingFields, openingOf } from './opening-wish.ts';

const id = operationId('projects.open');

const fields = { name: nameField, ...openingFields, residency: residencyField } as const;

const known = z.object({ namesakes: z.array(projectSchema), newcomers: newcomersSchema.optional() });
type Known = z.infer<typeof known>;
type OpenAsk = Ask<InputOf<typeof fields>>;

function plan(ask: OpenAsk, have: Known): Plan | Refusal {
  const strangers = refuseStrangers(emailsOf(ask.input), have.newcomers ?? []);
  if (strangers !== null) return strangers;
  const { name, residency } = ask.input;
  const wish = openingOf(id, { name, input: ask.input, newcomers: have.newcomers ?? [] });
  if (isRefusal(wish)) return wish;
  const opening = { ...wish, residency };
  return planOpening({ id, title: `Open the project ${name}`, opening, namesakes: have.namesakes });
}

export const openProject = declareChange({
  id,
  tier: 'routine',
  title: 'Open a project',
  summary: 'Makes a project with its people, hard limit, spend alert, models and rate limits, in one request.',
  example:
    '/openai projects open search-eval --owners bea@acme.example --members erin@acme.example --hard-limit $250 --reason "evaluation of the new ranker"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) => {
    if (have.namesakes !== undefined) return [];
    const emails = emailsOf(ask.input);
    return [needNamesakes(ask.input.name), ...(emails.length === 0 ? [] : [needNewcomers(emails)])];
  },
  plan,
});
