import { askingOrder, waitAfter } from '#approvals/whom-to-ask.ts';
import type { Instant } from '#domain/instant.ts';
import type { House } from '../house.ts';
import { enter, showAnew } from '../record.ts';
import { nextMove } from './begin-asking.ts';
import { mentionAlone } from './mention.ts';
import { type Asked, fewestOf, poolOf } from './pool.ts';

interface Moment {
  readonly round: number;
  readonly seen: Instant;
}

/**
 * The moment of another group has come: its card says so, the fewest of those who may decide by now and did not before are asked, and an
 * entry is written. `seen` is that moment as it was read; of several processes that saw it one speaks.
 */
export async function moveOn(house: House, asked: Asked, { round, seen }: Moment): Promise<boolean> {
  const { record, asking } = asked;
  const { id } = record.terms;
  const now = house.clock.now();
  const come = record.terms.requirements.flatMap(({ later = [] }) => later).filter(({ at }) => at >= seen && at <= now);
  const groups = [...new Set(come.map(({ from }) => from))];
  const known = new Set<string>(asking.mentions.map(({ person }) => person));
  const standIns = asked.electorate.asked.flatMap(({ eligible }) =>
    eligible.filter(({ since }) => since !== undefined),
  );
  const fresh = (await poolOf(house, asked)).filter(
    ({ person, isAtWork }) => isAtWork && !known.has(person) && standIns.some((standIn) => standIn.person === person),
  );
  const people = fewestOf(asked, askingOrder(fresh));
  return house.store.transact(async (tx) => {
    if ((await tx.requests.find(id))?.state !== 'pending') return false;
    if (!(await tx.desk.move(id, { seen, at: now, next: nextMove(record, now) }))) return false;
    await mentionAlone(tx, house, { record, people, kind: 'moved' });
    // Whoever was asked just now is not reminded in the same minute.
    await tx.desk.advance(id, { round, isRound: false, dueAt: now + (waitAfter(0) ?? 0) });
    const what = { groups, people: people.map(({ slackId }) => slackId) };
    await enter(tx, house, { kind: 'approvers.widened', who: 'system:remind', requestId: id, what });
    await showAnew(tx, house, record);
    return true;
  });
}
