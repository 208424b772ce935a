import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf, ThingRef } from '../field.ts';
import { agedList, knownProjectSchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { type Invite, inviteSchema, keepInvite } from '../objects/invite.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { onboardInput } from '../users/invite-again.ts';
import { isOpen, oneInviteCall, sayProjects } from './describe-invite.ts';
import { inviteField } from './fields.ts';
import { withdrawStep } from './withdraw-step.ts';

const id = operationId('invites.withdraw');

const fields = { invite: inviteField } as const;

const known = z.object({ invite: inviteSchema.nullable(), projects: agedList(knownProjectSchema) });
type WithdrawAsk = Ask<InputOf<typeof fields>>;

export function refuseGone(invite: ThingRef): Refusal {
  return refuse('invites.gone', {
    what: `The invitation of ${invite.name} does not exist any more.`,
    rule: 'OpenAI no longer lists it, so nobody can accept it.',
  });
}

function refuseAccepted(invite: Invite): Refusal {
  return refuse('invites.accepted', {
    what: `${invite.email} has accepted this invitation.`,
    rule: 'Only an invitation that waits or has expired can be withdrawn.',
    whoCan: 'You: off-board the person instead.',
    next: { kind: 'start', label: 'Off-board', operation: operationId('users.offboard'), input: {} },
  });
}

function inverseOf(invite: Invite): Inverse {
  const projects = invite.projects.map((project) => ({ ...project, name: project.id }));
  return {
    verdict: 'recreate',
    sentence: 'invite them anew: a new mail, a new link and a new end date; the old link stays dead.',
    operation: operationId('invites.send'),
    input: onboardInput(invite, projects),
  };
}

function plan(ask: WithdrawAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { invite } = have;
  if (invite === null) return refuseGone(ask.input.invite);
  if (!isOpen(invite)) return refuseAccepted(invite);
  const { email, role, status, endsAt } = invite;
  const projects = sayProjects(invite.projects, have.projects.items);
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Withdraw the invitation of ${email}`,
    gist: `${email}, ${status}`,
    target: { kind: 'invitation', id: invite.id, name: email },
    beneficiaryEmail: email,
    changes: [{ label: 'Invitation', before: `${email} as ${role}`, after: null }],
    holds: `${status}${endsAt === null ? '' : ` · ends ${utcMinute(endsAt)}`} · projects: ${projects}`,
    facts: [{ label: 'Projects', value: projects, at: ask.now }],
    guards: { invite: { id: invite.id, status } },
    before: { invite: { ...invite } },
    steps: [withdrawStep(invite)],
    inverse: inverseOf(invite),
  });
}

export const withdrawInvite = declareChange({
  id,
  tier: 'destructive',
  title: 'Withdraw an invitation',
  summary: 'Makes an invitation that was not accepted useless.',
  example: '/openai invites withdraw marta@acme.example --reason "wrong address"',
  fields,
  callBudget: 1,
  known,
  need: (ask, have) =>
    have.invite === undefined
      ? [
          read('invite', { call: oneInviteCall(ask.input.invite), keep: keepInvite, absent: 'null' }),
          recall('projects', { of: 'projects' }),
        ]
      : [],
  plan,
});
