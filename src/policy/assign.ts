import type { PersonId } from '#domain/ids.ts';

export interface Seats {
  readonly count: number;
  /** Who may take one of these seats. */
  readonly candidates: readonly PersonId[];
  /** How many people could ever be candidates. The smaller, the sooner these seats are filled. */
  readonly pool: number;
}

/** Who sits where, and how many seats stay empty, both by the position of the given seats. */
export interface Seating {
  readonly taken: readonly (readonly PersonId[])[];
  readonly empty: readonly number[];
}

/**
 * Gives as many seats as possible to people, each person one seat at most, so that nobody serves two requirements. The result does
 * not depend on the order of candidates. Rarer seats are filled first, so that what stays empty is what most people could still fill.
 */
export function assignDistinct(seats: readonly Seats[]): Seating {
  const wanted = seats.map((one, group) => ({ ...one, group, candidates: [...new Set(one.candidates)].toSorted() }));
  const owner = new Map<PersonId, Seat>();
  for (const { group, count, candidates } of wanted.toSorted(
    (one, other) => one.pool - other.pool || one.group - other.group,
  )) {
    // More seats than candidates can never be filled; leaving them out bounds the work whatever a policy says.
    for (let n = 0; n < Math.min(count, candidates.length); n++) place({ group, candidates }, owner, new Set());
  }
  const taken = wanted.map(({ group }) =>
    [...owner]
      .filter(([, seat]) => seat.group === group)
      .map(([person]) => person)
      .toSorted(),
  );
  return { taken, empty: wanted.map(({ count, group }) => Math.max(0, count - (taken[group]?.length ?? 0))) };
}

interface Seat {
  readonly group: number;
  readonly candidates: readonly PersonId[];
}

/** One augmenting path: a taken seat is freed if its person finds another. Each person is tried once, which bounds the recursion. */
function place(seat: Seat, owner: Map<PersonId, Seat>, tried: Set<PersonId>): boolean {
  for (const person of seat.candidates) {
    if (tried.has(person)) continue;
    tried.add(person);
    const holder = owner.get(person);
    if (holder === undefined || place(holder, owner, tried)) {
      owner.set(person, seat);
      return true;
    }
  }
  return false;
}
