import type { KnownProject } from '#operations/memory.ts';
import type { House } from '../house.ts';
import type { CallContext } from '../ports/vendor.ts';
import { freshProjects } from '../refresh-directory.ts';
import { type Candidate, type FoundNamed, match } from './match.ts';

function projectCandidate(project: KnownProject): Candidate {
  return {
    value: { id: project.id, name: project.name },
    suggestion: { value: project.id, label: project.name, description: project.id },
    names: [project.id.toLowerCase(), project.name.toLowerCase()],
    search: `${project.name} ${project.id}`,
  };
}

export async function findProjects(house: House, word: string, context: CallContext): Promise<FoundNamed> {
  await freshProjects(house, context);
  const { items } = await house.store.read.directory.projects();
  return match(items.filter((project) => project.status !== 'archived').map(projectCandidate), word);
}
