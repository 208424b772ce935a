import { formatCents } from '#domain/money.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import type { Step } from '../plan.ts';
import { keepSpendLimit, projectPlace } from '../spend-limits/place.ts';
import { callTemplate, deleteStep, setStep } from '../step.ts';
import type { InProject, Part } from './inside.ts';

const PATH = '/organization/projects/{project_id}/spend_limit';

export const needHardLimit = (project: ProjectRef): Need =>
  read('hardLimit', { call: projectPlace(project).read, keep: keepSpendLimit, absent: 'null' });

const say = (cents: number | null): string | null => (cents === null ? null : `${formatCents(cents)} a month`);

function limitStep(project: InProject, cents: number | null): Step {
  const params = { project_id: project.id };
  const readAgain = callTemplate(`GET ${PATH}`, { params });
  if (cents === null) {
    return deleteStep({
      id: 'hard-limit',
      title: `Remove the hard limit of ${project.name}`,
      call: callTemplate(`DELETE ${PATH}`, { params }),
      read: readAgain,
    });
  }
  return setStep({
    id: 'hard-limit',
    title: `Set the hard limit of ${project.name} to ${formatCents(cents)} a month`,
    call: callTemplate(`POST ${PATH}`, {
      params,
      body: { threshold_amount: cents, currency: 'USD', interval: 'month' },
    }),
    read: readAgain,
    where: { threshold_amount: cents },
  });
}

/** Puts one hard limit in the place of another; null is none. */
export function hardLimitPart(project: InProject, beforeCents: number | null, afterCents: number | null): Part | null {
  if (beforeCents === afterCents) return null;
  return {
    changes: [{ label: 'Hard limit', before: say(beforeCents), after: say(afterCents) }],
    steps: [limitStep(project, afterCents)],
  };
}
