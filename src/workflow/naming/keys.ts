import { Fault } from '#domain/fault.ts';
import type { KnownKey } from '#operations/memory.ts';
import type { House } from '../house.ts';
import { freshKeys } from '../refresh-directory.ts';
import { type Candidate, type FoundNamed, type Looking, match } from './match.ts';
import { findProjects } from './projects.ts';

function keyCandidate(key: KnownKey): Candidate {
  const project = { id: key.projectId, name: key.projectName };
  const owner = key.accountId === null ? (key.ownerEmail ?? key.ownerName) : `account ${key.ownerName}`;
  return {
    value: { id: key.id, name: key.name, redacted: key.redacted, project },
    suggestion: { value: key.id, label: `${key.name} · ${key.projectName}`, description: `${key.redacted} · ${owner}` },
    names: [key.id, key.name, key.redacted, `${key.projectName}/${key.name}`].map((name) => name.toLowerCase()),
    search: `${key.name} ${key.projectName} ${key.redacted} ${key.ownerEmail ?? ''} ${key.ownerName} ${key.id}`,
  };
}

async function listedKeys(house: House): Promise<readonly Candidate[]> {
  return (await house.store.read.directory.allKeys()).map(keyCandidate);
}

// Looking into more projects for one word would spend a minute's calls on a guess.
const MOST_PROJECTS = 2;

/**
 * Keys by id, name, redacted value or `project/name`. OpenAI has no search over all keys, so only listed keys are known; a project that the
 * word names is listed now.
 */
export async function findKeys(house: House, word: string, looking: Looking): Promise<FoundNamed> {
  const found = match(await listedKeys(house), word);
  if (found.exact.length > 0 || word.trim() === '') return found;
  const [projectWord = ''] = word.split('/');
  const projects = (await findProjects(house, projectWord, looking)).exact.slice(0, MOST_PROJECTS);
  for (const project of projects) await freshKeys(house, project.suggestion.value, looking).catch(ignoreFault);
  return projects.length === 0 ? found : match(await listedKeys(house), word);
}

/** A name that could not be looked up is simply not found; the person is told to try again. */
function ignoreFault(error: unknown): void {
  if (!(error instanceof Fault)) throw error;
}
