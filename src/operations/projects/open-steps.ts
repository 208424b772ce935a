import type { UserRef } from '../field.ts';
import { formatCents } from '#domain/money.ts';
import type { Step } from '../plan.ts';
import { callTemplate, createStep } from '../step.ts';
import type { InProject } from './inside.ts';

const BASE = '/organization/projects/{project_id}';

/** Somebody of the organization joins; found again by their id. `role` is a name here (OpenAI API reference, 2026-11). */
export function joinStep(project: InProject, user: UserRef, role: 'member' | 'owner'): Step {
  const params = { project_id: project.id };
  return createStep({
    id: `join-${user.id}`,
    title: `Add ${user.name} to ${project.name} as ${role}`,
    call: callTemplate(`POST ${BASE}/users`, { params, body: { user_id: user.id, role } }),
    listedIn: callTemplate(`GET ${BASE}/users`, { params }),
    where: { id: user.id },
  });
}

/** A mail once this much was spent in a month; it stops nothing. */
export function alertStep(project: InProject, amountCents: number, recipients: readonly string[]): Step {
  const params = { project_id: project.id };
  return createStep({
    id: 'alert',
    title: `Tell ${recipients.join(', ')} when ${project.name} has spent ${formatCents(amountCents)} in a month`,
    call: callTemplate(`POST ${BASE}/spend_alerts`, {
      params,
      body: {
        threshold_amount: amountCents,
        currency: 'USD',
        interval: 'month',
        notification_channel: { type: 'email', recipients },
      },
    }),
    listedIn: callTemplate(`GET ${BASE}/spend_alerts`, { params }),
    where: { threshold_amount: amountCents, 'notification_channel.recipients': recipients },
  });
}
