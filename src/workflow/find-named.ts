import { go } from 'fuzzysort';
import { shortRequestId } from '#domain/ids.ts';
import { Fault } from '#domain/fault.ts';
import type { Json } from '#domain/json.ts';
import type { KnownKey, KnownProject } from '#operations/memory.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { CallContext } from './ports/vendor.ts';
import { freshKeys, freshProjects } from './refresh-directory.ts';
import type { Suggestion } from './use-cases.ts';

// A Slack menu shows a hundred options, a person reads the first dozen.
const MOST_NEAR = 20;

interface Named {
  readonly value: Json;
  readonly suggestion: Suggestion;
}

export interface FoundNamed {
  readonly exact: readonly Named[];
  readonly near: readonly Named[];
}

interface Candidate extends Named {
  /** Every way to name it exactly, lower case. */
  readonly names: readonly string[];
  readonly search: string;
}

function match(candidates: readonly Candidate[], word: string): FoundNamed {
  const wanted = word.trim().toLowerCase();
  const exact = candidates.filter((candidate) => candidate.names.includes(wanted));
  const near =
    wanted === ''
      ? candidates.slice(0, MOST_NEAR)
      : go(wanted, candidates, { key: 'search', limit: MOST_NEAR, threshold: 0 }).map((result) => result.obj);
  return { exact, near };
}

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
export async function findKeys(house: House, word: string, context: CallContext): Promise<FoundNamed> {
  const found = match(await listedKeys(house), word);
  if (found.exact.length > 0 || word.trim() === '') return found;
  const [projectWord = ''] = word.split('/');
  const projects = (await findProjects(house, projectWord, context)).exact.slice(0, MOST_PROJECTS);
  for (const project of projects) await freshKeys(house, project.suggestion.value, context).catch(ignoreFault);
  return projects.length === 0 ? found : match(await listedKeys(house), word);
}

/** A name that could not be looked up is simply not found; the person is told to try again. */
function ignoreFault(error: unknown): void {
  if (!(error instanceof Fault)) throw error;
}

function requestCandidate(record: PlannedRequest): Candidate {
  const { id, plan, requester } = record.terms;
  return {
    value: id,
    suggestion: {
      value: id,
      label: `${shortRequestId(id)} · ${plan.title}`,
      description: `${requester.name} · ${record.state}`,
    },
    names: [id, shortRequestId(id), id.slice(-8)].map((name) => name.toLowerCase()),
    search: `${shortRequestId(id)} ${plan.title} ${requester.name}`,
  };
}

const RECENT_REQUESTS = 100;

export async function findRequests(house: House, word: string): Promise<FoundNamed> {
  const suffix = word.trim().toUpperCase().replace(/^R-/, '').slice(-8);
  const named = suffix.length === 8 ? await house.store.read.requests.findByShortId(suffix) : [];
  const recent = await house.store.read.requests.list({ limit: RECENT_REQUESTS });
  const records = new Map(
    [...named, ...recent].filter((record) => record.state !== 'draft').map((record) => [record.terms.id, record]),
  );
  return match([...records.values()].map(requestCandidate), word);
}
