import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { agedList, type KnownProject, knownProjectSchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { type Invite, invitesSchema, keepInvites } from '../objects/invite.ts';
import { declareRead } from '../operation.ts';
import type { ViewRow } from '../view.ts';
import { inviteInput, isOpen, listInvitesCall, sayProjects, withdrawAction } from './describe-invite.ts';

function rowOf(invite: Invite, projects: readonly KnownProject[]): ViewRow {
  return {
    cells: [
      invite.email,
      invite.role,
      sayProjects(invite.projects, projects),
      invite.status,
      invite.sentAt === null ? 'unknown' : utcMinute(invite.sentAt),
      invite.endsAt === null ? 'unknown' : utcMinute(invite.endsAt),
    ],
    actions: [
      { label: 'Show', operation: operationId('invites.show'), input: inviteInput(invite), style: 'plain' },
      ...(isOpen(invite) ? [withdrawAction(invite)] : []),
    ],
  };
}

export const listInvites = declareRead({
  id: operationId('invites.list'),
  title: 'List invitations',
  summary: 'Who was invited into the organization and has not accepted yet.',
  example: '/openai invites list --accepted',
  fields: {
    accepted: { kind: 'flag', label: 'Accepted ones, too', hint: 'Shows the whole history.', required: false },
  },
  callBudget: 1,
  known: z.object({ invites: invitesSchema, projects: agedList(knownProjectSchema) }),
  need: (_ask, have) =>
    have.invites === undefined
      ? [
          read('invites', { call: listInvitesCall, keep: keepInvites, pages: 'all' }),
          recall('projects', { of: 'projects' }),
        ]
      : [],
  view: (ask, { invites, projects }) => ({
    title: 'Invitations',
    parts: [
      {
        part: 'rows',
        columns: ['E-mail', 'Role', 'Projects', 'State', 'Sent', 'Ends'],
        rows: invites
          .filter((invite) => ask.input.accepted === true || isOpen(invite))
          .map((invite) => rowOf(invite, projects.items)),
        empty: 'Nobody is invited.',
      },
      {
        part: 'actions',
        actions: [{ label: 'Invite somebody', operation: operationId('invites.send'), input: {}, style: 'plain' }],
      },
    ],
  }),
});
