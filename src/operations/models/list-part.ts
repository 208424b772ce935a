import { canonicalJson } from '#domain/canonical.ts';
import { call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepModelList, type ModelList, modelListOnWire, sayModelList } from '../objects/model-list.ts';
import type { Step } from '../plan.ts';
import type { InProject, Part } from '../projects/inside.ts';
import { callTemplate, deleteStep, setStep } from '../step.ts';

const PATH = '/organization/projects/{project_id}/model_permissions';

export const needModelList = (project: ProjectRef): Need =>
  read('models', {
    call: call(`GET ${PATH}`, { params: { project_id: project.id } }),
    keep: keepModelList,
    absent: 'null',
  });

export const sameModelList = (one: ModelList, other: ModelList): boolean => canonicalJson(one) === canonicalJson(other);

function listStep(project: InProject, list: ModelList): Step {
  const params = { project_id: project.id };
  const readAgain = callTemplate(`GET ${PATH}`, { params });
  if (list === null) {
    return deleteStep({
      id: 'models',
      title: `Remove the model list of ${project.name}, so that every model may be used`,
      call: callTemplate(`DELETE ${PATH}`, { params }),
      read: readAgain,
    });
  }
  const body = modelListOnWire(list);
  return setStep({
    id: 'models',
    title: `Allow ${sayModelList(list)} in ${project.name}`,
    call: callTemplate(`POST ${PATH}`, { params, body }),
    read: readAgain,
    where: body,
  });
}

/** Puts one model list in the place of another. */
export function modelsPart(project: InProject, before: ModelList, after: ModelList): Part {
  return {
    changes: [{ label: 'Models', before: sayModelList(before), after: sayModelList(after) }],
    steps: [listStep(project, after)],
  };
}
