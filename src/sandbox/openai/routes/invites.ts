import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import { type Invite, type Organization, newestFirst } from '../organization.ts';
import { bodyField } from './body-field.ts';

// The reference's examples expire after seven days; no field sets it.
const LIFETIME_SEC = 7 * 24 * 60 * 60;

/** Only what was not accepted can be withdrawn; there is no update and no second sending. OpenAI API reference, 2026-11. */
export const inviteEndpoints = [
  get('/organization/invites', pageQuery, ({ organization, query, nowSec }) => {
    const rows = newestFirst(organization.invites.values(), (invite) => invite.createdAtSec);
    return pageOf(rows, query, (invite) => showInvite(invite, nowSec));
  }),

  post(
    '/organization/invites',
    {
      email: z.string().regex(/^[^\s@]+@[^\s@]+$/),
      role: bodyField.organizationRole,
      projects: z.array(z.strictObject({ id: z.string(), role: bodyField.projectRole })).optional(),
    },
    ({ organization, body, nowSec, record }) => {
      refuseKnownPerson(organization, body.email, nowSec);
      const invite: Invite = {
        id: mintId('invite-'),
        email: body.email,
        role: body.role,
        projects: body.projects ?? defaultProject(organization),
        createdAtSec: nowSec,
        expiresAtSec: nowSec + LIFETIME_SEC,
        acceptedAtSec: null,
      };
      for (const { id } of invite.projects) refuseClosedProject(organization, id);
      organization.invites.set(invite.id, invite);
      record('invite.sent', { id: invite.id, data: { email: invite.email, role: invite.role } });
      return showInvite(invite, nowSec);
    },
  ),

  get('/organization/invites/{invite_id}', {}, ({ organization, params, nowSec }) =>
    showInvite(locateInvite(organization, params.invite_id), nowSec),
  ),

  remove('/organization/invites/{invite_id}', ({ organization, params, record }) => {
    const invite = locateInvite(organization, params.invite_id);
    if (invite.acceptedAtSec !== null) throw badRequest(`Invite ${invite.id} was already accepted.`);
    organization.invites.delete(invite.id);
    record('invite.deleted', { id: invite.id });
    return { object: 'organization.invite.deleted', id: invite.id, deleted: true };
  }),
];

function locateInvite(organization: Organization, inviteId: string): Invite {
  const invite = organization.invites.get(inviteId);
  if (invite === undefined) throw notFound('Invite', inviteId, 'invite_id');
  return invite;
}

/** Left out, `projects` means the default project, which an empty list does not; OpenAI API reference, 2026-11. */
function defaultProject(organization: Organization): Invite['projects'] {
  return [...organization.projects.values()]
    .filter(({ isDefault }) => isDefault)
    .map(({ id }) => ({ id, role: 'member' }));
}

function refuseKnownPerson(organization: Organization, email: string, nowSec: number): void {
  const isUser = [...organization.users.values()].some((user) => user.email === email && user.removedAtSec === null);
  if (isUser) throw badRequest(`${email} is already a member of this organization.`, { param: 'email' });
  const isInvited = [...organization.invites.values()].some(
    (invite) => invite.email === email && statusOf(invite, nowSec) === 'pending',
  );
  if (isInvited) throw badRequest(`${email} has already been invited.`, { param: 'email' });
}

function refuseClosedProject(organization: Organization, projectId: string): void {
  const project = organization.projects.get(projectId);
  if (project?.archivedAtSec === null) return;
  throw badRequest(`Project ${projectId} does not exist or is archived.`, { param: 'projects' });
}

function statusOf(invite: Invite, nowSec: number): 'accepted' | 'expired' | 'pending' {
  if (invite.acceptedAtSec !== null) return 'accepted';
  return invite.expiresAtSec <= nowSec ? 'expired' : 'pending';
}

function showInvite(invite: Invite, nowSec: number): JsonObject {
  return {
    object: 'organization.invite',
    id: invite.id,
    email: invite.email,
    role: invite.role,
    status: statusOf(invite, nowSec),
    created_at: invite.createdAtSec,
    expires_at: invite.expiresAtSec,
    accepted_at: invite.acceptedAtSec,
    projects: invite.projects,
  };
}
