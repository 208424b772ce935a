import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { agedList, knownProjectSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { invitesSchema } from '../objects/invite.ts';
import { organizationUserSchema } from '../objects/organization-user.ts';
import { sayPerson } from '../objects/person.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { emailField, roleField } from './fields.ts';
import { needAddress, plainAddress, planInvitation, refusePending } from './invitation.ts';
import { projectsField, wantedProjects } from './project-words.ts';

const id = operationId('invites.send');

const fields = { email: emailField, role: roleField, projects: projectsField } as const;

const known = z.object({
  present: organizationUserSchema.nullable(),
  earlier: invitesSchema,
  projects: agedList(knownProjectSchema),
});
type SendAsk = Ask<InputOf<typeof fields>>;

function plan(ask: SendAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { email, role, projects } = ask.input;
  if (have.present !== null) {
    return refuse('invites.present', {
      what: `${sayPerson(have.present)} is in the organization already.`,
      rule: 'Only somebody who is not there can be invited.',
      whoCan: 'You: onboard them, which adds them to projects.',
      next: { kind: 'start', label: 'Onboard', operation: operationId('users.onboard'), input: { ...ask.input } },
    });
  }
  const wanted = wantedProjects(projects ?? [], have.projects.items);
  if (isRefusal(wanted)) return wanted;
  const no = refusePending(have.earlier);
  if (no !== null) return no;
  return planInvitation({
    operation: id,
    requester: ask.requester,
    email: plainAddress(email),
    role: role === 'owner' ? 'owner' : 'reader',
    projects: wanted,
    earlier: have.earlier,
  });
}

export const sendInvite = declareChange({
  id,
  tier: 'routine',
  title: 'Invite somebody',
  summary: 'Sends an invitation into the organization, with role and projects.',
  example: '/openai invites send marta@acme.example --projects search-dev --reason "joins the search team"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    have.earlier === undefined ? [...needAddress(ask.input.email), recall('projects', { of: 'projects' })] : [],
  plan,
});
