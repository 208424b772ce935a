import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { agedList, knownProjectSchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { inviteSchema, keepInvite } from '../objects/invite.ts';
import { declareRead } from '../operation.ts';
import { isOpen, oneInviteCall, sayProjects, withdrawAction } from './describe-invite.ts';
import { inviteField } from './fields.ts';
import { refuseGone } from './withdraw.ts';

export const showInvite = declareRead({
  id: operationId('invites.show'),
  title: 'Show an invitation',
  summary: 'Role, projects and state of one invitation.',
  example: '/openai invites show marta@acme.example',
  fields: { invite: inviteField },
  callBudget: 1,
  known: z.object({ invite: inviteSchema.nullable(), projects: agedList(knownProjectSchema) }),
  need: (ask, have) =>
    have.invite === undefined
      ? [
          read('invite', { call: oneInviteCall(ask.input.invite), keep: keepInvite, absent: 'null' }),
          recall('projects', { of: 'projects' }),
        ]
      : [],
  view: (ask, { invite, projects }) => {
    if (invite === null) return refuseGone(ask.input.invite);
    return {
      title: `Invitation of ${invite.email}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Id', value: invite.id },
            { label: 'State', value: invite.status },
            { label: 'Role', value: invite.role },
            { label: 'Projects', value: sayProjects(invite.projects, projects.items) },
            { label: 'Sent', value: invite.sentAt === null ? 'unknown' : utcMinute(invite.sentAt) },
            { label: 'Ends', value: invite.endsAt === null ? 'unknown' : utcMinute(invite.endsAt) },
          ],
        },
        ...(isOpen(invite) ? ([{ part: 'actions', actions: [withdrawAction(invite)] }] as const) : []),
      ],
    };
  },
});
