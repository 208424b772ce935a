import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { Field } from '../field.ts';
import { type Need, read } from '../need.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import { keepProjects, type Project } from '../objects/project.ts';

export const nameField = {
  kind: 'text',
  label: 'Name',
  hint: 'For example search-dev. The rules of the policy go by it.',
  required: true,
  max: 200,
  pattern: /^.+$/u,
  patternHint: 'Write it on one line.',
} as const satisfies Field;

const plain = (name: string): string => name.trim().toLowerCase();

/** Projects in use that have this name already: OpenAI allows several, but then a name would no longer say which. */
export const needNamesakes = (name: string): Need =>
  read('namesakes', {
    call: call('GET /organization/projects'),
    keep: (answer) => keepProjects(answer).filter((project) => plain(project.name) === plain(name)),
    pages: 'all',
  });

export function refuseName(name: string, namesakes: readonly Project[]): Refusal | null {
  if (isDefaultProject({ name: name.trim() })) {
    return refuse('projects.name-reserved', {
      what: `A project cannot be called ${name}.`,
      rule: 'That is the name by which the organization’s default project is known.',
    });
  }
  const [first] = namesakes;
  if (first === undefined) return null;
  return refuse('projects.name-taken', {
    what: `There is a project ${first.name} already (${first.id}).`,
    rule: 'Projects are named by their names here, so no two in use may share one.',
  });
}

export function refuseDefault(project: Project): Refusal | null {
  if (!isDefaultProject(project)) return null;
  return refuse('projects.default', {
    what: `${project.name} can be neither renamed nor archived.`,
    rule: 'OpenAI does not allow it for an organization’s default project.',
    whoCan: 'Nobody.',
  });
}
