import { operationId } from '#domain/ids.ts';
import { call } from '../call.ts';
import type { ThingRef } from '../field.ts';
import type { KnownProject } from '../memory.ts';
import type { Invite } from '../objects/invite.ts';
import type { ViewAction } from '../view.ts';

export const listInvitesCall = call('GET /organization/invites');

export const oneInviteCall = (invite: ThingRef) =>
  call('GET /organization/invites/{invite_id}', { params: { invite_id: invite.id } });

/** An invitation as other operations take it. */
export const inviteInput = (invite: Invite) => ({ invite: { id: invite.id, name: invite.email } });

export const isOpen = (invite: Invite): boolean => invite.status !== 'accepted';

/** `search-dev (member), billing (owner)`; of a project that nobody told us of, its id. */
export function sayProjects(projects: Invite['projects'], known: readonly Pick<KnownProject, 'id' | 'name'>[]): string {
  const names = new Map(known.map((project) => [project.id, project.name]));
  return projects.map(({ id, role }) => `${names.get(id) ?? id} (${role})`).join(', ') || 'none';
}

export function withdrawAction(invite: Invite): ViewAction {
  return {
    label: 'Withdraw',
    operation: operationId('invites.withdraw'),
    input: inviteInput(invite),
    style: 'danger',
  };
}
