import type { Policy } from '../policy.ts';
import type { EmergencyDesk } from '../powers-alone.ts';
import { type Difference, looser, type Pair, tighter } from './difference.ts';

const none: EmergencyDesk = { people: [], operations: [], mostUnreviewed: 0 };

const words = ({ people }: Policy, ids: readonly string[]): string =>
  ids.map((id) => (Object.hasOwn(people, id) ? people[id]?.name : undefined) ?? id).join(', ');

const without = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((one) => !others.includes(one));

/** Who may stop what alone at the desk. */
export function compareDesk({ was, is }: Pair): readonly Difference[] {
  const [before, after] = [was.desk ?? none, is.desk ?? none];
  const more = without(after.people, before.people);
  const fewer = without(before.people, after.people);
  const added = without(after.operations, before.operations);
  const gone = without(before.operations, after.operations);
  const most = (say: typeof looser) =>
    say(
      `One person could have ${after.mostUnreviewed} things of the desk unreviewed instead of ${before.mostUnreviewed}.`,
    );
  const isBounded = was.desk !== null && is.desk !== null && after.mostUnreviewed !== before.mostUnreviewed;
  return [
    ...(more.length === 0 ? [] : [looser(`${words(is, more)} could stop things alone at the desk.`)]),
    ...(fewer.length === 0 ? [] : [tighter(`${words(was, fewer)} could no longer stop things at the desk.`)]),
    ...(added.length === 0 ? [] : [looser(`The desk would be for ${added.join(', ')} too.`)]),
    ...(gone.length === 0 ? [] : [tighter(`The desk would no longer be for ${gone.join(', ')}.`)]),
    ...(isBounded ? [most(after.mostUnreviewed > before.mostUnreviewed ? looser : tighter)] : []),
  ];
}
