import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { organizationUserGuard, type OrganizationUser } from '../objects/organization-user.ts';
import { sayPerson, userInput } from '../objects/person.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, setStep } from '../step.ts';
import { needReach, reachShape, refuseGone, refuseManaged, refuseOutOfReach } from './reach.ts';
import { isOrganizationRole, organizationRoles } from '../objects/named-roles.ts';

const id = operationId('users.set-role');

const fields = {
  user: { kind: 'user', label: 'Person', hint: 'By e-mail, name, id or mention.', required: true },
  role: {
    kind: 'choice',
    label: 'Role in the organization',
    hint: 'An owner may do everything; a reader works in the projects they are added to.',
    required: true,
    options: organizationRoles,
  },
} as const;

const known = z.object(reachShape);
type RoleAsk = Ask<InputOf<typeof fields>>;

function inverseOf(user: OrganizationUser): Inverse {
  if (!isOrganizationRole(user.role)) {
    const sentence = `the role ${user.role} cannot be set from here; it is given back in the OpenAI dashboard.`;
    return { verdict: 'none', sentence, operation: null, input: null };
  }
  return {
    verdict: 'exact',
    sentence: `make them ${user.role} again. What an owner did meanwhile stays.`,
    operation: id,
    input: { user: userInput(user), role: user.role },
  };
}

function warningsFor(role: string, owners: number): readonly string[] {
  if (role === 'owner') {
    return ['An owner may do everything in the organization, also without Countersign and without a second person.'];
  }
  return owners === 2 ? ['Then there is one owner left. If that account is lost, only OpenAI can help.'] : [];
}

function plan(ask: RoleAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { user } = have;
  const { role } = ask.input;
  if (user === null) return refuseGone(ask.input.user);
  const who = sayPerson(user);
  if (user.role === role) {
    return refuse('users.same', { what: `${who} is ${role} already.`, rule: 'A request has to change something.' });
  }
  const no = role === 'owner' ? refuseManaged(user) : refuseOutOfReach(user, have);
  if (no !== null) return no;
  const params = { user_id: user.id };
  const owners = have.owners?.length ?? 0;
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Make ${user.name} ${role} of the organization`,
    gist: `${user.email ?? user.name}: ${user.role} → ${role}`,
    target: { kind: 'person', id: user.id, name: user.email ?? user.name },
    beneficiaryEmail: user.email,
    changes: [{ label: `Role of ${who}`, before: user.role, after: role }],
    holds: `${who} · ${user.role} since ${utcMinute(user.addedAt)}`,
    facts: have.owners === undefined ? [] : [{ label: 'Owners now', value: count(owners, 'owner'), at: ask.now }],
    warnings: warningsFor(role, owners),
    guards: { user: organizationUserGuard(user) },
    before: { user: { ...user } },
    steps: [
      setStep({
        id: 'role',
        title: `Make ${who} ${role} of the organization`,
        call: callTemplate('POST /organization/users/{user_id}', { params, body: { role } }),
        read: callTemplate('GET /organization/users/{user_id}', { params }),
        where: { role },
      }),
    ],
    inverse: inverseOf(user),
    bounds: { role },
  });
}

export const setUserRole = declareChange({
  id,
  tier: 'critical',
  title: 'Change somebody’s role in the organization',
  summary: 'Makes somebody owner or reader of the whole organization.',
  example: '/openai users set-role erin@acme.example --role owner --reason "covers for Sam in December"',
  fields,
  callBudget: 3,
  known,
  need: (ask, have) => needReach(ask.input.user, have),
  plan,
});
