import type { Group, Policy } from '../policy.ts';
import { type Difference, looser, neutral, type Pair, tighter, unclear } from './difference.ts';
import { compareStandIn } from './stand-in.ts';
import { differingKeys, isWithin } from './same.ts';

/** How the people of a group moved. `unclear` also where it exists on one side only. */
type Moved = 'same' | 'shrank' | 'grew' | 'unclear';

const groupOf = ({ groups }: Policy, name: string): Group | null =>
  Object.hasOwn(groups, name) ? (groups[name] ?? null) : null;

const KNOWN = ['kind', 'people', 'slackGroup', 'allowUnlisted', 'fallback', 'escalateAfterMs'];

/** People that a list names and that have an entry; without one nobody belongs to it. */
const listedIn = ({ people }: Policy, group: Extract<Group, { kind: 'list' }>): readonly string[] =>
  group.people.filter((person) => Object.hasOwn(people, person));

/** How the people behind a name of a rule moved, be it a group or one person. */
export function movedGroup({ was, is }: Pick<Pair, 'was' | 'is'>, name: string): Moved {
  const [before, after] = [groupOf(was, name), groupOf(is, name)];
  if (before === null && after === null) {
    return Object.hasOwn(was.people, name) && !Object.hasOwn(is.people, name) ? 'shrank' : 'same';
  }
  if (before === null || after === null) return 'unclear';
  if (before.kind === 'list' && after.kind === 'list') {
    const [old, now] = [listedIn(was, before), listedIn(is, after)];
    const [less, more] = [isWithin(now, old), isWithin(old, now)];
    if (less && more) return 'same';
    return less ? 'shrank' : more ? 'grew' : 'unclear';
  }
  if (before.kind !== 'slack' || after.kind !== 'slack' || before.slackGroup !== after.slackGroup) return 'unclear';
  if (before.allowUnlisted === after.allowUnlisted) return 'same';
  return after.allowUnlisted ? 'grew' : 'shrank';
}

function named({ people }: Policy, ids: readonly string[]): string {
  return ids.map((id) => (Object.hasOwn(people, id) ? people[id]?.name : undefined) ?? id).join(', ');
}

function ofList(pair: Pair, name: string, people: { before: readonly string[]; after: readonly string[] }) {
  const added = people.after.filter((one) => !people.before.includes(one));
  const gone = people.before.filter((one) => !people.after.includes(one));
  return [
    ...(added.length === 0 ? [] : [looser(`${named(pair.is, added)} would belong to ${name}.`)]),
    ...(gone.length === 0 ? [] : [tighter(`${named(pair.was, gone)} would no longer belong to ${name}.`)]),
  ];
}

function ofGroup(pair: Pair, name: string): readonly Difference[] {
  const [before, after] = [groupOf(pair.was, name), groupOf(pair.is, name)];
  // A group holds nobody’s permission by itself; whatever names it is compared where it does.
  // Only a unit of its own reaches further: it says of people who may count beside whom.
  if (before === null) return [((after?.unit ?? null) === null ? neutral : unclear)(`The group ${name} would be new.`)];
  if (after === null) return [(before.unit === null ? neutral : unclear)(`The group ${name} would be gone.`)];
  const other = [
    ...compareStandIn(name, before, after),
    ...differingKeys(before, after, KNOWN).map((key) => unclear(`${key} of the group ${name} would change.`)),
  ];
  if (before.kind === 'list' && after.kind === 'list') {
    return [...ofList(pair, name, { before: before.people, after: after.people }), ...other];
  }
  switch (movedGroup(pair, name)) {
    case 'same':
      return other;
    case 'grew':
      return [looser(`Members of ${name} could approve without an entry under people.`), ...other];
    case 'shrank':
      return [tighter(`Members of ${name} could approve only with an entry under people.`), ...other];
    case 'unclear':
      return [unclear(`The people of ${name} would come from somewhere else.`), ...other];
  }
}

export function compareGroups(pair: Pair): readonly Difference[] {
  const names = new Set([...Object.keys(pair.was.groups), ...Object.keys(pair.is.groups)]);
  return [...names].flatMap((name) => ofGroup(pair, name));
}
