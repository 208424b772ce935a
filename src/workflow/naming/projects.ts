import type { KnownProject } from '#operations/memory.ts';
import type { House } from '../house.ts';
import { freshProjects } from '../refresh-directory.ts';
import { type Candidate, type FoundNamed, type Looking, match } from './match.ts';

function projectCandidate(project: KnownProject): Candidate {
  return {
    value: { id: project.id, name: project.name },
    suggestion: { value: project.id, label: project.name, description: project.id },
    names: [project.id.toLowerCase(), project.name.toLowerCase()],
    search: `${project.name} ${project.id}`,
  };
}

/** What a word names in a list of projects. */
export function matchProject(items: readonly KnownProject[], word: string): FoundNamed {
  return match(items.filter((project) => project.status !== 'archived').map(projectCandidate), word);
}

export async function findProjects(house: House, word: string, looking: Looking): Promise<FoundNamed> {
  await freshProjects(house, looking.context, looking.maxAgeMs);
  const { items } = await house.store.read.directory.projects();
  return matchProject(items, word);
}
