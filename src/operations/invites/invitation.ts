import { type OperationId, operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Tier } from '#domain/tier.ts';
import { call } from '../call.ts';
import { type Need, read } from '../need.ts';
import { type Invite, invitesTo } from '../objects/invite.ts';
import type { OrganizationRole } from '../objects/named-roles.ts';
import { keepOnlyUser } from '../objects/organization-user.ts';
import type { Requester } from '../operation.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import { inviteInput, listInvitesCall } from './describe-invite.ts';
import type { Wanted } from './project-words.ts';

/** Somebody who shall come in. */
export interface Invitation {
  readonly operation: OperationId;
  readonly requester: Requester;
  readonly email: string;
  readonly role: OrganizationRole;
  readonly projects: readonly Wanted[];
  /** Every invitation to this address there ever was. */
  readonly earlier: readonly Invite[];
}

/** Capitals mean nothing in the addresses of any company; OpenAI compares them exactly (OpenAI API reference, 2026-11). */
export const plainAddress = (email: string): string => email.toLowerCase();

/** Whether somebody with this address is in the organization or invited, as `present` and `earlier`. */
export function needAddress(email: string): readonly Need[] {
  const spellings = [...new Set([email, plainAddress(email)])];
  return [
    read('present', {
      call: call('GET /organization/users', { query: { emails: spellings } }),
      keep: keepOnlyUser,
    }),
    read('earlier', { call: listInvitesCall, keep: invitesTo(email), pages: 'all' }),
  ];
}

function tierOf({ role, projects }: Invitation): Exclude<Tier, 'read'> {
  if (role === 'owner') return 'critical';
  return projects.some((project) => project.role === 'owner') ? 'destructive' : 'routine';
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

function warningsFor({ role, email, requester }: Invitation): readonly string[] {
  const warnings: string[] = [];
  if (role === 'owner') {
    warnings.push(
      'An owner may do everything in the organization, also without Countersign and without a second person.',
    );
  }
  const own = requester.openaiEmail;
  if (own !== null && domainOf(own) !== domainOf(email)) {
    warnings.push(`${domainOf(email)} is not the domain of ${requester.name} (${domainOf(own)}).`);
  }
  return warnings;
}

/** `projects` is always sent: left out, it would mean the default project (OpenAI API reference, 2026-11). */
function inviteStep({ email, role, projects, earlier }: Invitation): Step {
  const body: JsonObject = {
    email,
    role,
    projects: projects.map((project) => ({ id: project.id, role: project.role })),
  };
  return createStep({
    id: 'invite',
    title: `Invite ${email} as ${role}`,
    call: callTemplate('POST /organization/invites', { body }),
    listedIn: callTemplate('GET /organization/invites'),
    // A new one may be accepted before anybody looks; only an older one of the same address makes its state matter.
    where: earlier.length === 0 ? { email } : { email, status: 'pending' },
  });
}

/** An invitation cannot be changed, and a second one to the same address is refused. */
export function refusePending(earlier: readonly Invite[]): Refusal | null {
  const pending = earlier.find((invite) => invite.status === 'pending');
  if (pending === undefined) return null;
  return refuse('invites.pending', {
    what: `${pending.email} is invited already.`,
    rule: 'OpenAI cannot change or repeat an invitation; it is withdrawn and sent anew.',
    whoCan: 'You: withdraw it first, or wait until it is accepted.',
    next: {
      kind: 'start',
      label: 'Withdraw it',
      operation: operationId('invites.withdraw'),
      input: inviteInput(pending),
    },
  });
}

export function planInvitation(invitation: Invitation): Plan {
  const { email, role, projects, earlier } = invitation;
  const names = projects.map((project) => project.name).join(', ');
  return planOf({
    operation: invitation.operation,
    tier: tierOf(invitation),
    title: `Invite ${email}`,
    gist: `${role}${names === '' ? ', no project' : `, ${names}`}`,
    target: { kind: 'person', id: 'new', name: email },
    beneficiaryEmail: email,
    changes: [
      { label: 'Invitation', before: null, after: `${email} as ${role} of the organization` },
      ...projects.map((project) => ({ label: `In ${project.name}`, before: null, after: project.role })),
    ],
    holds: 'not in the organization',
    warnings: warningsFor(invitation),
    guards: {
      present: null,
      projects: Object.fromEntries(projects.map((project) => [project.id, project.name])),
      earlier: earlier.map((invite) => `${invite.id} ${invite.status}`),
    },
    before: { earlier: earlier.map((invite) => ({ ...invite })) },
    steps: [inviteStep(invitation)],
    inverse: {
      verdict: 'partial',
      sentence:
        'withdraw the invitation. The mail was sent; once it is accepted, the person has to be off-boarded instead.',
      operation: operationId('invites.withdraw'),
      input: { invite: { id: slotJson(resultOf('invite', 'id')), name: email } },
    },
    bounds: { role, projects: projects.map((project) => project.id) },
  });
}
