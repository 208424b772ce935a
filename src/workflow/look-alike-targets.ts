import { isNarrowing } from '#approvals/narrowing.ts';
import { nameLooksOf } from '#domain/look-alike.ts';
import type { Plan } from '#operations/plan.ts';
import type { Reading } from './ports/store.ts';

// More than these nobody compares.
const MOST_NAMED = 3;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything the target could be taken for, as far as it was listed: keys within their project, where names are theirs alone. */
async function othersOf(read: Pick<Reading, 'directory'>, { target, project }: Plan): Promise<readonly Named[]> {
  switch (target.kind) {
    case 'project':
      return (await read.directory.projects()).items.filter(({ status }) => status !== 'archived');
    case 'person':
      return (await read.directory.users()).items;
    case 'key':
      return project === null ? [] : (await read.directory.keys(project.id)).items;
  }
  return [];
}

/**
 * The plan with a warning where something else of its kind has a name that looks the same. `isTyped`: an approver then types what they mean;
 * whatever only takes away from an intruder is held up by nothing.
 */
export async function withLookAlikes(
  read: Pick<Reading, 'directory'>,
  plan: Plan,
): Promise<{ readonly plan: Plan; readonly isTyped: boolean }> {
  const { target } = plan;
  const looks = nameLooksOf(target.name);
  const others = await othersOf(read, plan);
  const isListed = others.some(({ id }) => id === target.id);
  const alike = isListed ? others.filter(({ id, name }) => id !== target.id && nameLooksOf(name) === looks) : [];
  if (alike.length === 0) return { plan, isTyped: false };
  const named = alike.slice(0, MOST_NAMED).map(({ id, name }) => `${name} (${id})`);
  const more = alike.length > named.length ? ` and ${alike.length - named.length} more` : '';
  const warning = `Easily confused: another ${target.kind} looks the same: ${named.join(', ')}${more}. This one is ${target.id}.`;
  return { plan: { ...plan, warnings: [...plan.warnings, warning] }, isTyped: !isNarrowing(plan.operation) };
}
