import { type Refusal, refuse } from '#domain/refusal.ts';
import type { OperationId } from '#domain/ids.ts';
import type { InputOf } from '../field.ts';
import { modelWords } from '../models/model-words.ts';
import { allowsModel, type ModelList } from '../objects/model-list.ts';
import { limitsInWords, limitWords } from '../rate-limits/limit-word.ts';
import { emailWords, findNewcomer, type Newcomers } from './newcomers.ts';
import type { Joining, Opening } from './opening.ts';

const money = { kind: 'money', required: false, minCents: 1, maxCents: 100_000_000 } as const;

/** What a project begins with, its name and place apart. */
export const openingFields = {
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
} as const;

type OpeningInput = InputOf<typeof openingFields>;

export const emailsOf = ({ owners, members }: OpeningInput): readonly string[] => [
  ...(owners ?? []),
  ...(members ?? []),
];

/** Everybody once; who is named as both is an owner. */
function joiningOf({ owners, members }: OpeningInput, newcomers: Newcomers): readonly Joining[] {
  const joining = new Map<string, Joining>();
  for (const [emails, role] of [[members, 'member'] as const, [owners, 'owner'] as const]) {
    for (const email of emails ?? []) {
      const user = findNewcomer(newcomers, email);
      if (user !== null) joining.set(user.id, { user, role });
    }
  }
  return [...joining.values()];
}

/** What somebody wants the project of this name to begin with, or what of that contradicts itself. */
export function openingOf(
  operation: OperationId,
  asked: { readonly name: string; readonly input: OpeningInput; readonly newcomers: Newcomers },
): Omit<Opening, 'residency'> | Refusal {
  const { name, input, newcomers } = asked;
  const { models: only, limits: words, hardLimit, alert, alertTo } = input;
  if ((alert === null) !== (alertTo === null)) {
    return refuse(`${operation}.alert-halved`, {
      what: `It is not clear who is told what about the spending of ${name}.`,
      rule: 'A spend alert needs an amount and at least one address.',
    });
  }
  const models: ModelList = only === null ? null : { kind: 'only', models: only.toSorted() };
  const limits = limitsInWords(words ?? []);
  const blocked = limits.filter(({ model }) => !allowsModel(models, model)).map(({ model }) => model);
  if (blocked.length > 0) {
    return refuse(`${operation}.limit-of-blocked`, {
      what: `${name} could not use ${blocked.join(', ')}, so it takes no limits for that.`,
      rule: 'Limit only models that the project may use.',
    });
  }
  return {
    name,
    models,
    limits,
    hardLimitCents: hardLimit,
    alert: alert === null || alertTo === null ? null : { amountCents: alert, recipients: alertTo },
    joining: joiningOf(input, newcomers),
  };
}
