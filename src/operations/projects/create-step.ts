import type { JsonObject } from '#domain/json.ts';
import type { Inverse, Step } from '../plan.ts';
import { operationId } from '#domain/ids.ts';
import type { Field, ProjectRef } from '../field.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import type { InProject } from './inside.ts';

const PATH = '/organization/projects';
const STEP = 'project';

// Set once, at creation; OpenAI API reference, 2026-11.
const residencies = [
  ['GLOBAL', 'Anywhere'],
  ['US_STORAGE_PROCESSING', 'United States, stored and processed'],
  ['EU_STORAGE_PROCESSING', 'European Union, stored and processed'],
  ['JP_STORAGE', 'Japan, stored'],
  ['JP_STORAGE_PROCESSING', 'Japan, stored and processed'],
  ['KR_STORAGE', 'South Korea, stored'],
  ['CA_STORAGE', 'Canada, stored'],
  ['SG_STORAGE', 'Singapore, stored'],
  ['IN_STORAGE', 'India, stored'],
  ['IN_STORAGE_PROCESSING', 'India, stored and processed'],
  ['AU_STORAGE', 'Australia, stored'],
  ['AU_STORAGE_PROCESSING', 'Australia, stored and processed'],
  ['GB_STORAGE', 'United Kingdom, stored'],
  ['AE_STORAGE', 'United Arab Emirates, stored'],
  ['AE_STORAGE_PROCESSING', 'United Arab Emirates, stored and processed'],
] as const;

export const residencyField = {
  kind: 'choice',
  label: 'Where its data stays',
  hint: 'Cannot be changed later. Leave it out for the organization’s usual place.',
  required: false,
  options: residencies.map(([value, label]) => ({ value, label })),
} as const satisfies Field;

export const sayResidency = (value: string): string => residencies.find(([known]) => known === value)?.[1] ?? value;

export const newProjectId = resultOf(STEP, 'id');

/** The project as later steps name it. */
export const newProject = (name: string): InProject => ({ id: newProjectId, name });

/** What a plan that makes a project says it is about: rules go by the name it will have. */
export const projectToBe = (name: string): ProjectRef => ({ id: 'new', name });

/** Found again by its name, which no other project in use has. */
export function makeProject(name: string, more: JsonObject = {}): Step {
  return createStep({
    id: STEP,
    title: `Create the project ${name}`,
    call: callTemplate(`POST ${PATH}`, { body: { name, ...more } }),
    listedIn: callTemplate(`GET ${PATH}`),
    where: { name },
  });
}

/** There is no way to delete a project. */
export function archiveAgain(name: string): Inverse {
  return {
    verdict: 'partial',
    sentence: 'archive it; nobody can use it then, but an archived project stays in OpenAI’s list for ever.',
    operation: operationId('projects.archive'),
    input: { project: { id: slotJson(newProjectId), name } },
  };
}
