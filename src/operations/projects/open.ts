import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { modelWords } from '../models/model-words.ts';
import { allowsModel, type ModelList } from '../objects/model-list.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { limitsInWords, limitWords } from '../rate-limits/limit-word.ts';
import { residencyField } from './create-step.ts';
import { nameField, needNamesakes } from './naming.ts';
import {
  emailWords,
  findNewcomer,
  needNewcomers,
  type Newcomers,
  newcomersSchema,
  refuseStrangers,
} from './newcomers.ts';
import { type Joining, type Opening, planOpening } from './opening.ts';

const id = operationId('projects.open');

const money = { kind: 'money', required: false, minCents: 1, maxCents: 100_000_000 } as const;

const fields = {
  name: nameField,
  owners: {
    kind: 'words',
    label: 'Owners',
    hint: 'E-mail addresses. Owners of the organization own it anyway.',
    required: false,
    ...emailWords,
  },
  members: { kind: 'words', label: 'Members', hint: 'E-mail addresses.', required: false, ...emailWords },
  hardLimit: { ...money, label: 'Hard limit a month', hint: 'In dollars. Beyond it every request fails.' },
  alert: { ...money, label: 'Tell somebody at', hint: 'In dollars a month. It stops nothing.' },
  alertTo: { kind: 'words', label: 'Whom to tell', hint: 'E-mail addresses.', required: false, ...emailWords },
  models: {
    kind: 'words',
    label: 'Only these models',
    hint: 'For example gpt-6-astra. Leave it out for every model.',
    required: false,
    ...modelWords,
  },
  limits: {
    kind: 'words',
    label: 'Rate limits',
    hint: 'For example gpt-6-astra:rpm=500. Leave it out for the organization’s.',
    required: false,
    ...limitWords,
  },
  residency: residencyField,
} as const;

const known = z.object({ namesakes: z.array(projectSchema), newcomers: newcomersSchema.optional() });
type Known = z.infer<typeof known>;
type OpenAsk = Ask<InputOf<typeof fields>>;

const emailsOf = ({ owners, members }: OpenAsk['input']): readonly string[] => [...(owners ?? []), ...(members ?? [])];

/** Everybody once; who is named as both is an owner. */
function joiningOf({ owners, members }: OpenAsk['input'], newcomers: Newcomers): readonly Joining[] {
  const joining = new Map<string, Joining>();
  for (const [emails, role] of [[members, 'member'] as const, [owners, 'owner'] as const]) {
    for (const email of emails ?? []) {
      const user = findNewcomer(newcomers, email);
      if (user !== null) joining.set(user.id, { user, role });
    }
  }
  return [...joining.values()];
}

function openingOf(ask: OpenAsk, have: Known): Opening | Refusal {
  const { name, residency, models: only, limits: words, hardLimit, alert, alertTo } = ask.input;
  if ((alert === null) !== (alertTo === null)) {
    return refuse('projects.open.alert-halved', {
      what: `It is not clear who is told what about the spending of ${name}.`,
      rule: 'A spend alert needs an amount and at least one address.',
    });
  }
  const models: ModelList = only === null ? null : { kind: 'only', models: only.toSorted() };
  const limits = limitsInWords(words ?? []);
  const blocked = limits.filter(({ model }) => !allowsModel(models, model)).map(({ model }) => model);
  if (blocked.length > 0) {
    return refuse('projects.open.limit-of-blocked', {
      what: `${name} could not use ${blocked.join(', ')}, so it takes no limits for that.`,
      rule: 'Limit only models that the project may use.',
    });
  }
  return {
    name,
    residency,
    models,
    limits,
    hardLimitCents: hardLimit,
    alert: alert === null || alertTo === null ? null : { amountCents: alert, recipients: alertTo },
    joining: joiningOf(ask.input, have.newcomers ?? []),
  };
}

function plan(ask: OpenAsk, have: Known): Plan | Refusal {
  const strangers = refuseStrangers(emailsOf(ask.input), have.newcomers ?? []);
  if (strangers !== null) return strangers;
  const opening = openingOf(ask, have);
  if ('kind' in opening) return opening;
  return planOpening({ id, title: `Open the project ${opening.name}`, opening, namesakes: have.namesakes });
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
