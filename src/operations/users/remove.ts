import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { foundSchema } from '../memory.ts';
import { type Need, recall } from '../need.ts';
import { organizationUserGuard, type OrganizationUser } from '../objects/organization-user.ts';
import { sayPerson, userInput } from '../objects/person.ts';
import { type HeldRole, heldRoleSchema } from '../objects/role.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Change, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { inviteAgain } from './invite-again.ts';
import { needReach, needRoles, reachShape, refuseGone, refuseManaged, refuseOutOfReach } from './reach.ts';
import { removeUserStep } from './remove-step.ts';

const id = operationId('users.remove');

const fields = {
  user: { kind: 'user', label: 'Person', hint: 'By e-mail, name, id or mention.', required: true },
} as const;

const known = z.object({
  ...reachShape,
  roles: z.array(heldRoleSchema).nullable(),
  found: z.array(foundSchema),
});
type Known = z.infer<typeof known>;
type RemoveAsk = Ask<InputOf<typeof fields>>;

function need(ask: RemoveAsk, have: Partial<Known>): readonly Need[] {
  const { user } = ask.input;
  const first = have.user === undefined;
  const word = user.email || user.name;
  return [
    ...needReach(user, have),
    ...(first ? [needRoles(user.id), recall('found', { of: 'search', text: word })] : []),
  ];
}

/** What goes with somebody. Built-in roles only repeat what the role says. */
function losses(user: OrganizationUser, roles: readonly HeldRole[]): readonly Change[] {
  return [
    { label: 'Person', before: `${sayPerson(user)}, ${user.role}`, after: null },
    ...(user.projects ?? []).map(({ name, role }) => ({ label: `In ${name}`, before: role, after: null })),
    ...roles.filter((role) => !role.isBuiltIn).map(({ name }) => ({ label: 'Role', before: name, after: null })),
  ];
}

function warningsFor(user: OrganizationUser, { found, roles }: Known): readonly string[] {
  const keys = found.filter((each) => each.kind === 'key');
  const warnings: string[] = [];
  if (keys.length > 0) {
    const names = keys.map((key) => `${key.name} (${key.where})`).join(', ');
    warnings.push(`Their keys are not deleted by this: ${names}. Off-boarding does that, too.`);
  }
  if (user.projects === null) warnings.push('OpenAI does not say which projects they are in; they lose all of them.');
  if (roles === null)
    warnings.push('Which further roles they have could not be found out, so no undo brings them back.');
  return warnings;
}

function plan(ask: RemoveAsk, have: Known): Plan | Refusal {
  const { user, roles } = have;
  if (user === null) return refuseGone(ask.input.user);
  const input = { user: userInput(user) };
  const managed = refuseManaged(user);
  if (managed !== null) {
    const label = 'Off-board, which ends keys';
    return { ...managed, next: { kind: 'start', label, operation: operationId('users.offboard'), input } };
  }
  const no = refuseOutOfReach(user, have);
  if (no !== null) return no;
  const who = sayPerson(user);
  const projects = user.projects === null ? '' : ` · ${count(user.projects.length, 'project')}`;
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Remove ${user.name} from the organization`,
    gist: user.email ?? user.name,
    target: { kind: 'person', id: user.id, name: user.email ?? user.name },
    beneficiaryEmail: user.email,
    changes: losses(user, roles ?? []),
    holds: `${who} · ${user.role} since ${utcMinute(user.addedAt)}${projects}`,
    facts: [
      {
        label: 'A key of theirs was used last',
        value: user.keyLastUsedAt === null ? 'never' : utcMinute(user.keyLastUsedAt),
        at: ask.now,
      },
    ],
    warnings: warningsFor(user, have),
    guards: { user: organizationUserGuard(user) },
    before: { user: { ...user }, roles: roles?.map((role) => ({ ...role })) ?? null },
    steps: [removeUserStep(user)],
    inverse: inviteAgain(user),
  });
}

export const removeUser = declareChange({
  id,
  tier: 'critical',
  title: 'Remove somebody from the organization',
  summary: 'Takes somebody out of the organization and all its projects. To end their keys as well, off-board them.',
  example: '/openai users remove erin@acme.example --reason "moved to another company"',
  fields,
  callBudget: 4,
  known,
  need,
  plan,
});
