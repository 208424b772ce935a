import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { type ServiceAccount, serviceAccountGuard, serviceAccountSchema } from '../objects/service-account.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Change, Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, setStep } from '../step.ts';
import { accountField, nameField, projectField } from './account-fields.ts';
import {
  ACCOUNT,
  accountAgain,
  accountInput,
  accountParams,
  needAccounts,
  refuseGone,
  refuseTaken,
  sayRole,
  warnOwner,
} from './account-state.ts';

const id = operationId('accounts.update');

const fields = {
  project: projectField,
  account: accountField,
  name: { ...nameField, label: 'New name', hint: 'Leave it out to keep the name.', required: false },
  role: {
    kind: 'choice',
    label: 'Role in the project',
    hint: 'Leave it out to keep the role.',
    required: false,
    options: [
      { value: 'member', label: 'Member' },
      { value: 'owner', label: 'Owner: may manage the project' },
    ],
  },
} as const;

const known = z.object({ project: projectSchema, accounts: z.array(serviceAccountSchema) });
type UpdateAsk = Ask<InputOf<typeof fields>>;

/** Only what differs. */
interface Wish {
  readonly name?: string;
  readonly role?: string;
}

function wishOf({ name, role }: UpdateAsk['input'], account: ServiceAccount): Wish {
  return {
    ...(name === null || name === account.name ? {} : { name }),
    ...(role === null || role === account.role ? {} : { role }),
  };
}

function changesOf(account: ServiceAccount, { name, role }: Wish): readonly Change[] {
  return [
    ...(name === undefined ? [] : [{ label: 'Name', before: account.name, after: name }]),
    ...(role === undefined ? [] : [{ label: 'Role', before: sayRole(account.role), after: sayRole(role) }]),
  ];
}

/** The role “none” is given at birth only (OpenAI API reference, 2026-11). */
function inverseOf(project: ProjectRef, account: ServiceAccount, wish: Wish): Inverse {
  const isLost = wish.role !== undefined && account.role !== 'member' && account.role !== 'owner';
  const back = {
    ...(wish.name === undefined ? {} : { name: account.name }),
    ...(wish.role === undefined || isLost ? {} : { role: account.role }),
  };
  const input = { ...accountInput(project, { id: account.id, name: wish.name ?? account.name }), ...back };
  if (!isLost) {
    const was = [
      ...(wish.name === undefined ? [] : [account.name]),
      ...(wish.role === undefined ? [] : [account.role]),
    ];
    return { verdict: 'exact', sentence: `make it ${was.join(', ')} again.`, operation: id, input };
  }
  const lost = `the role “${account.role}” cannot be given again`;
  if (wish.name === undefined) {
    const sentence = `it cannot be undone: ${lost}. The account can be deleted.`;
    return {
      verdict: 'none',
      sentence,
      operation: operationId('accounts.delete'),
      input: accountInput(project, account),
    };
  }
  return { verdict: 'partial', sentence: `give it its old name; ${lost}.`, operation: id, input };
}

function warningsFor(project: ProjectRef, account: ServiceAccount, { role }: Wish): readonly string[] {
  if (role === 'owner') return [warnOwner(project)];
  return account.role === 'owner' && role === 'member' ? ['What it manages in the project by its keys fails.'] : [];
}

function plan(ask: UpdateAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { accounts } = have;
  const account = accounts.find((each) => each.id === ask.input.account.id);
  if (account === undefined) return refuseGone(id, ask.input.account);
  const project = refOf(have.project);
  const wish = wishOf(ask.input, account);
  const changes = changesOf(account, wish);
  if (changes.length === 0) {
    return refuse('accounts.update.same', {
      what: `Nothing about ${account.name} would change.`,
      rule: 'A request has to change something: the name, the role, or both.',
    });
  }
  const others = accounts.filter((each) => each.id !== account.id);
  const taken = wish.name === undefined ? null : refuseTaken(id, wish.name, others);
  if (taken !== null) return taken;
  return planOf({
    operation: id,
    tier: wish.role === 'owner' ? 'destructive' : 'routine',
    title: `Change a service account in ${project.name}`,
    gist: `${account.name}: ${changes.map(({ after }) => after ?? '').join(', ')}`,
    target: { kind: 'service account', id: account.id, name: account.name },
    project,
    changes,
    warnings: warningsFor(project, account, wish),
    guards: { project: projectGuard(have.project), account: serviceAccountGuard(account) },
    before: { account },
    steps: [
      setStep({
        id: 'update',
        title: `Change the service account ${account.name}: ${changes.map(({ after }) => after ?? '').join(', ')}`,
        call: callTemplate(`POST ${ACCOUNT}`, { params: accountParams(project, account), body: { ...wish } }),
        read: accountAgain(project, account),
        where: { ...wish },
      }),
    ],
    inverse: inverseOf(project, account, wish),
  });
}

export const updateAccount = declareChange({
  id,
  tier: 'routine',
  title: 'Change a service account',
  summary: 'Its name, or its role in the project. Its keys stay as they are.',
  example:
    '/openai accounts update search-dev --account indexer-staging --name indexer --reason "it is the only one now"',
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
