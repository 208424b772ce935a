import type { PersonId } from '#domain/ids.ts';
import { assignDistinct, type Seating } from './assign.ts';
import type { Manner } from './policy.ts';
import type { Eligible } from './verdict.ts';

/** Nothing asked of how approvals are given: of reads, and of requests from before it could be asked. */
export const anyManner: Manner = { differentUnit: false, inOrder: false, notify: [] };

/** One requirement: so many seats, who may take them now, and how many people could ever have. */
export interface Table {
  readonly count: number;
  readonly pool: number;
  readonly candidates: readonly Eligible[];
}

/**
 * Seats people, each on one seat at most. Where units have to differ, units are seated instead and each sends one person: so no two of one
 * unit sit anywhere, and nobody sits whose unit is not known or stands in `taken`.
 */
function seatDistinct(
  tables: readonly Table[],
  { differentUnit }: Pick<Manner, 'differentUnit'>,
  taken: ReadonlySet<string> = new Set(),
): Seating {
  if (!differentUnit) {
    return assignDistinct(
      tables.map((table) => ({ ...table, candidates: table.candidates.map(({ person }) => person) })),
    );
  }
  const byUnit = tables.map(({ candidates }) => {
    const people = new Map<PersonId, PersonId>();
    for (const { person, unit } of candidates.toSorted((one, other) => (one.person < other.person ? 1 : -1))) {
      if (typeof unit === 'string' && !taken.has(unit)) people.set(unit as PersonId, person);
    }
    return people;
  });
  const units = assignDistinct(tables.map((table, i) => ({ ...table, candidates: [...(byUnit[i]?.keys() ?? [])] })));
  return { ...units, taken: units.taken.map((of, i) => of.flatMap((unit) => byUnit[i]?.get(unit) ?? []).toSorted()) };
}

/**
 * The same, where each requirement takes only what was said after the one before it was met. `said` is who agreed, in that order; each
 * requirement is met as early as it can be, so that a later one hears the most.
 */
function seatInOrder(
  tables: readonly Table[],
  said: readonly PersonId[],
  manner: Pick<Manner, 'differentUnit'>,
): Seating {
  const taken: PersonId[][] = [];
  const empty: number[] = [];
  const units = new Set<string>();
  let from = 0;
  for (const { count, pool, candidates } of tables) {
    let best: Seating = { taken: [[]], empty: [count] };
    const last = empty.every((open) => open === 0) ? said.length : 0;
    for (let to = from + 1; best.empty[0] !== 0 && to <= last; to++) {
      const heard = said.slice(from, to);
      const present = candidates.filter(({ person }) => heard.includes(person));
      best = seatDistinct([{ count, pool, candidates: present }], manner, units);
      if (best.empty[0] === 0) from = to;
    }
    taken.push([...(best.taken[0] ?? [])]);
    empty.push(best.empty[0] ?? count);
    for (const { person, unit } of candidates)
      if (typeof unit === 'string' && best.taken[0]?.includes(person)) units.add(unit);
    if (best.empty[0] !== 0) from = said.length;
  }
  return { taken, empty };
}

/**
 * Who counts for what, of those who agreed. `said` holds each of them once, in the order in which they agreed; null where nobody has yet and
 * it is only asked who could.
 */
export function seat(
  tables: readonly Table[],
  manner: Pick<Manner, 'differentUnit' | 'inOrder'>,
  said: readonly PersonId[] | null,
): Seating {
  return manner.inOrder && said !== null ? seatInOrder(tables, said, manner) : seatDistinct(tables, manner);
}
