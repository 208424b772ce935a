import type { Invite } from '../objects/invite.ts';
import type { Step } from '../plan.ts';
import { callTemplate, deleteStep } from '../step.ts';

export function withdrawStep(invite: Invite): Step {
  const params = { invite_id: invite.id };
  return deleteStep({
    id: `invite-${invite.id}`,
    title: `Withdraw the invitation of ${invite.email}`,
    call: callTemplate('DELETE /organization/invites/{invite_id}', { params }),
    read: callTemplate('GET /organization/invites/{invite_id}', { params }),
  });
}
