import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { emailField, roleField } from '../invites/fields.ts';
import { needAddress, plainAddress, planInvitation, refusePending } from '../invites/invitation.ts';
import { projectsField, type Wanted, wantedProjects } from '../invites/project-words.ts';
import { oneMemberCall } from '../members/membership.ts';
import { agedList, knownProjectSchema } from '../memory.ts';
import { type Need, read, recall } from '../need.ts';
import { invitesSchema } from '../objects/invite.ts';
import { keepMember } from '../objects/member.ts';
import { organizationUserSchema } from '../objects/organization-user.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { membershipName, planJoining, rolesThere } from './joining.ts';

const id = operationId('users.onboard');

const fields = { email: emailField, role: roleField, projects: projectsField } as const;

/** Beside these, each membership under a name of its own: how many there are, the input says. */
const known = z.looseObject({
  present: organizationUserSchema.nullable(),
  earlier: invitesSchema,
  projects: agedList(knownProjectSchema),
});
type Known = z.infer<typeof known>;
type OnboardAsk = Ask<InputOf<typeof fields>>;

function needMemberships(userId: string, wanted: readonly Wanted[]): readonly Need[] {
  return wanted.map((project) =>
    read(membershipName(project), {
      call: oneMemberCall(project, { id: userId }),
      keep: keepMember,
      absent: 'null',
    }),
  );
}

function need(ask: OnboardAsk, have: Partial<Known>): readonly Need[] | Refusal {
  if (have.present === undefined || have.projects === undefined) {
    return [...needAddress(ask.input.email), recall('projects', { of: 'projects' })];
  }
  const wanted = wantedProjects(ask.input.projects ?? [], have.projects.items);
  if (isRefusal(wanted)) return wanted;
  const missing = wanted.filter((project) => have[membershipName(project)] === undefined);
  return have.present === null ? [] : needMemberships(have.present.id, missing);
}

function plan(ask: OnboardAsk, have: Known): Plan | Refusal {
  const wanted = wantedProjects(ask.input.projects ?? [], have.projects.items);
  if (isRefusal(wanted)) return wanted;
  const role = ask.input.role === 'owner' ? 'owner' : 'reader';
  if (have.present !== null) {
    return planJoining({ operation: id, user: have.present, role, wanted, there: rolesThere(wanted, have) });
  }
  const no = refusePending(have.earlier);
  if (no !== null) return no;
  return planInvitation({
    operation: id,
    requester: ask.requester,
    email: plainAddress(ask.input.email),
    role,
    projects: wanted,
    earlier: have.earlier,
  });
}

export const onboardUser = declareChange({
  id,
  tier: 'routine',
  title: 'Onboard somebody',
  summary: 'Adds somebody to projects, or invites them with role and projects if they are not in the organization yet.',
  example: '/openai users onboard marta@acme.example --projects search-dev,playground --reason "joins the search team"',
  fields,
  callBudget: 16,
  known,
  need,
  plan,
});
