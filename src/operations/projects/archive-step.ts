import { operationId } from '#domain/ids.ts';
import type { ProjectRef } from '../field.ts';
import type { Inverse, Step } from '../plan.ts';
import { callTemplate, setStep } from '../step.ts';

export function archiveStep(project: ProjectRef): Step {
  const params = { project_id: project.id };
  return setStep({
    id: 'archive',
    title: `Archive the project ${project.name}, for ever`,
    call: callTemplate('POST /organization/projects/{project_id}/archive', { params }),
    read: callTemplate('GET /organization/projects/{project_id}', { params }),
    where: { status: 'archived' },
  });
}

export function noWayBack(project: ProjectRef): Inverse {
  return {
    verdict: 'none',
    sentence: 'it cannot be undone. A new project can be opened; its id and every key will be others.',
    operation: operationId('projects.open'),
    input: { name: project.name },
  };
}
