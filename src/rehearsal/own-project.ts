import { operationId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { call } from '#operations/call.ts';
import { keepProject } from '#operations/objects/project.ts';
import type { House } from '#workflow/house.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';

const PREFIX = 'countersign-rehearsal-';
const creating = operationId('projects.create');
// Rehearsals are rare; one that lies further back than this many requests makes a new project.
const MOST_LOOKED_THROUGH = 1000;
// Each costs a read, and a rehearsal archives or keeps its project: more than one that lives is an accident.
const MOST_ASKED_FOR = 5;

export const projectName = (at: Instant): string => `${PREFIX}${at.toString(36)}`;

function isRehearsal({ terms }: PlannedRequest): boolean {
  const name = terms.input['name'];
  return terms.plan.operation === creating && typeof name === 'string' && name.startsWith(PREFIX);
}

/** The project's name today, if it is there and not archived. */
async function nameOfActive(house: House, id: string): Promise<string | null> {
  const answer = await house.vendor.read(
    call('GET /organization/projects/{project_id}', { params: { project_id: id } }),
    { pages: 'one', absent: 'null', context: { priority: 'work', cause: 'job:rehearsal' } },
  );
  const project = answer === null ? null : keepProject(answer);
  return project?.status === 'active' ? project.name : null;
}

/**
 * Name of a project that a rehearsal made here and that still lives; by our own record, never by its name alone. OpenAI is asked as well, because it may
 * have been archived or renamed in the dashboard.
 */
export async function findProject(house: House): Promise<string | null> {
  const { requests } = house.store.read;
  const done = await requests.list({ states: ['succeeded'], limit: MOST_LOOKED_THROUGH });
  for (const { terms } of done.filter(isRehearsal).slice(0, MOST_ASKED_FOR)) {
    for (const id of new Set((await requests.effects(terms.id)).flatMap(({ resourceIds }) => resourceIds))) {
      const name = await nameOfActive(house, id);
      if (name !== null) return name;
    }
  }
  return null;
}
