import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { dayMs, hourMs, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { deleteAccountOf } from '../keys/issue-steps.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import { serviceAccountSchema } from '../objects/service-account.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Change, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { resultOf, slotJson } from '../template.ts';
import { nameField, projectField } from './account-fields.ts';
import { needAccounts, refuseTaken, sayRole, warnOwner } from './account-state.ts';
import { createSteps, type NewAccount } from './create-steps.ts';

const id = operationId('accounts.create');

const fields = {
  project: projectField,
  name: nameField,
  role: {
    kind: 'choice',
    label: 'Role in the project',
    hint: 'None is for workload identity only, and cannot be given back later.',
    required: false,
    options: [
      { value: 'member', label: 'Member (usual)' },
      { value: 'owner', label: 'Owner: may manage the project' },
      { value: 'none', label: 'None: for workload identity' },
    ],
    initial: 'member',
  },
  withKey: {
    kind: 'flag',
    label: 'Make a first key with it',
    hint: 'It may do everything in the project, and you see it once. For a narrower one use “Get an API key”.',
    required: false,
  },
  for: {
    kind: 'duration',
    label: 'For how long the key lives',
    hint: 'For example 90d. Left out, the key has no end.',
    required: false,
    minMs: hourMs,
    maxMs: 365 * dayMs,
    suggest: ['30d', '90d', '365d'],
    narrows: 'shorter',
  },
} as const;

const known = z.object({ project: projectSchema, accounts: z.array(serviceAccountSchema) });
type CreateAsk = Ask<InputOf<typeof fields>>;
type Known = z.infer<typeof known>;

function refuseInput({ name, role, withKey, for: span }: CreateAsk['input'], have: Known): Refusal | null {
  if (isDefaultProject(have.project)) return refuseDefault(have.project);
  if (withKey !== true && span !== null) {
    return refuse('accounts.create.no-key', {
      what: 'A lifetime was given, but no key is asked for.',
      rule: 'An account has no end; only its keys have.',
      whoCan: 'You: ask for a first key too, or leave the lifetime out.',
    });
  }
  if (withKey === true && role === 'none') {
    return refuse('accounts.create.key-without-role', {
      what: 'The key could do nothing.',
      rule: 'An account with the role “none” may do nothing by its keys; it is for workload identity.',
      whoCan: 'You: make it a member, or leave the key out.',
    });
  }
  return refuseTaken(id, name, have.accounts);
}

function refuseDefault(project: Project): Refusal {
  return refuse('accounts.create.default-project', {
    what: `No service account can be added to ${project.name}.`,
    rule: 'OpenAI adds nobody to an organization’s default project directly.',
    whoCan: 'Nobody. Choose another project.',
  });
}

function accountOf({ input, now }: CreateAsk, project: Project): NewAccount {
  const { name, role, withKey, for: span } = input;
  return {
    project: refOf(project),
    name,
    role: role === 'owner' || role === 'none' ? role : 'member',
    key: withKey === true ? { endsAt: span === null ? null : now + span } : null,
  };
}

const sayEnd = (endsAt: number | null, now: number): string =>
  endsAt === null ? 'no end' : `${utcMinute(endsAt)} (${formatDuration(endsAt - now)})`;

function changesOf({ name, project, role, key }: NewAccount, now: number): readonly Change[] {
  return [
    { label: 'New service account', before: null, after: `${name} in ${project.name}` },
    { label: 'Role', before: null, after: sayRole(role) },
    ...(key === null
      ? []
      : [
          { label: 'New key', before: null, after: 'may do everything in the project' },
          { label: 'Ends', before: null, after: sayEnd(key.endsAt, now) },
        ]),
  ];
}

function warningsFor({ project, role, key }: NewAccount): readonly string[] {
  return [
    ...(role === 'owner' ? [warnOwner(project)] : []),
    ...(key === null ? [] : ['The key may do everything a key of the project may do.']),
    ...(key !== null && key.endsAt === null ? ['The key has no end: it works until somebody revokes it.'] : []),
  ];
}

/** What a plan has only if a key is made and handed over. */
function handing(account: NewAccount, ask: CreateAsk): Partial<Plan> {
  const { project, name, key } = account;
  if (key === null) return {};
  return {
    beneficiaryEmail: ask.requester.openaiEmail,
    delivery: 'collect',
    handover: { name, where: project.name },
    compensations: [
      deleteAccountOf(project.id, 'Delete the service account again, because its key could not be handed over'),
    ],
    attempts: 3,
    bounds: { scopes: ['all'], ...(key.endsAt === null ? {} : { lifetimeMs: key.endsAt - ask.now }) },
  };
}

function plan(ask: CreateAsk, have: Known): Plan | Refusal {
  const refusal = refuseInput(ask.input, have);
  if (refusal !== null) return refusal;
  const account = accountOf(ask, have.project);
  const { project, name, role, key } = account;
  return planOf({
    operation: id,
    tier: role === 'owner' ? 'destructive' : 'routine',
    title: `Create a service account in ${project.name}`,
    gist: `${name}, ${key === null ? 'without a key' : 'with a key'}`,
    target: { kind: 'project', ...project },
    project,
    changes: changesOf(account, ask.now),
    warnings: warningsFor(account),
    guards: { project: projectGuard(have.project) },
    before: {},
    steps: createSteps(account),
    inverse: {
      verdict: 'exact',
      sentence: `delete the account${key === null ? '' : ' and with it its key'}; nothing else is touched.`,
      operation: operationId('accounts.delete'),
      input: { project: { ...project }, account: { id: slotJson(resultOf('account', 'id')), name } },
    },
    ...handing(account, ask),
  });
}

export const createAccount = declareChange({
  id,
  tier: 'routine',
  title: 'Create a service account',
  summary:
    'Makes an account for a program, with a first key if you like. For one leased key, “Get an API key” is simpler.',
  example: '/openai accounts create search-dev --name indexer-staging --reason "the staging indexer"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'accounts',
      ref: ask.input.project,
      rest: () => (have.accounts === undefined ? [needAccounts(ask.input.project)] : []),
    }),
  plan,
});
