import { type Refusal, refuse } from '#domain/refusal.ts';
import { operationId } from '#domain/ids.ts';
import type { Field } from '../field.ts';
import type { KnownProject } from '../memory.ts';
import type { ProjectRole } from '../objects/named-roles.ts';

// As many memberships as one part of an off-boarding takes away, so that its undo can give them all back.
export const mostProjects = 14;

/** Several projects in one input, each with a role: `search-dev, billing:owner`. */
export const projectsField = {
  kind: 'words',
  label: 'Projects',
  hint: 'Names or ids: search-dev, billing:owner. Without a role it is member; a name with spaces goes by its id.',
  required: false,
  most: mostProjects,
  pattern: /^[^\s,:]+(:(member|owner))?$/,
  patternHint: 'Write projects as name or name:owner, for example search-dev, billing:owner.',
  allowed: null,
} as const satisfies Field<false>;

/** A project that somebody shall be in, and as what. */
export interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly role: ProjectRole;
}

/** How a membership is typed again. Any finer role comes down to member. */
export function projectWord(project: { readonly id: string; readonly role: string }): string {
  return project.role === 'owner' ? `${project.id}:owner` : project.id;
}

function refuseWord(reason: string, what: string, rule: string): Refusal {
  return refuse(`invites.${reason}`, {
    what,
    rule,
    next: { kind: 'start', label: 'List projects', operation: operationId('projects.list'), input: {} },
  });
}

function findProject(word: string, projects: readonly KnownProject[]): KnownProject | Refusal {
  const named = word.toLowerCase();
  const found = projects.filter(
    (project) => project.id.toLowerCase() === named || project.name.toLowerCase() === named,
  );
  const [only] = found;
  if (only === undefined) {
    return refuseWord('unknown-project', `There is no project “${word}”.`, 'Projects are named by their name or id.');
  }
  if (found.length > 1) {
    const ids = found.map((project) => project.id).join(', ');
    return refuseWord('ambiguous-project', `${found.length} projects are called “${word}”.`, `Name one by id: ${ids}.`);
  }
  return only;
}

/** The projects that words name, in order of their ids. A word that names none, or one named twice, is refused. */
export function wantedProjects(words: readonly string[], known: readonly KnownProject[]): readonly Wanted[] | Refusal {
  const active = known.filter((project) => project.status !== 'archived');
  const wanted: Wanted[] = [];
  for (const word of words) {
    const [name = '', role] = word.split(':');
    const project = findProject(name, active);
    if ('kind' in project) return project;
    if (wanted.some(({ id }) => id === project.id)) {
      return refuseWord(
        'project-twice',
        `${project.name} is named twice.`,
        'Each project is named once, with one role.',
      );
    }
    wanted.push({ id: project.id, name: project.name, role: role === 'owner' ? 'owner' : 'member' });
  }
  return wanted.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
