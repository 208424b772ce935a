import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { needMembers } from '../members/membership.ts';
import { type Need, read } from '../need.ts';
import { membersSchema } from '../objects/member.ts';
import { projectSchema } from '../objects/project.ts';
import { keepSpendAlerts, spendAlertSchema } from '../objects/spend-alert.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { projectPlace } from '../spend-alerts/place.ts';
import { planCompletion } from './completion.ts';
import { needSpent } from './hanging.ts';
import { needInside } from './inside.ts';
import { needNewcomers, newcomersSchema, refuseStrangers } from './newcomers.ts';
import { emailsOf, openingFields, openingOf } from './opening-wish.ts';
import { needStopSettings, stopSettings } from './settings.ts';

const id = operationId('projects.complete');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  ...openingFields,
} as const;

const known = z.object({
  project: projectSchema,
  ...stopSettings,
  newcomers: newcomersSchema.optional(),
  inIt: membersSchema,
  alerts: z.array(spendAlertSchema),
  spentCents: z.number(),
});
type Known = z.infer<typeof known>;
type CompleteAsk = Ask<InputOf<typeof fields>>;

function everything({ input, now }: CompleteAsk): readonly Need[] {
  const { project } = input;
  const emails = emailsOf(input);
  return [
    ...needStopSettings(project),
    needMembers(project, 'inIt'),
    read('alerts', { call: projectPlace(project).list, keep: keepSpendAlerts, pages: 'all' }),
    needSpent(project, now),
    ...(emails.length === 0 ? [] : [needNewcomers(emails)]),
  ];
}

function plan(ask: CompleteAsk, have: Known): Plan | Refusal {
  const newcomers = have.newcomers ?? [];
  const strangers = refuseStrangers(emailsOf(ask.input), newcomers);
  if (strangers !== null) return strangers;
  const wish = openingOf(id, { name: have.project.name, input: ask.input, newcomers });
  return isRefusal(wish) ? wish : planCompletion({ id, now: ask.now, wish, have });
}

export const completeProject = declareChange({
  id,
  tier: 'destructive',
  title: 'Complete a project',
  summary:
    'Gives a project what it was to begin with: people, hard limit, spend alert, models and rate limits, as far as it lacks them.',
  example:
    '/openai projects complete search-eval --members erin@acme.example --hard-limit $250 --reason "opened only in part"',
  fields,
  callBudget: 10,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'projects',
      ref: ask.input.project,
      rest: () => (have.inIt === undefined ? everything(ask) : []),
    }),
  plan,
});
