import type { Said } from '#operations/people/said.ts';
import type { House } from './house.ts';
import { enter } from './record.ts';

/** Keeps a list of who is who that was given on the host, under the number that it gets. It binds nobody. */
export function keepPeopleList(
  keeper: Pick<House, 'store' | 'clock' | 'dice'>,
  { lines, source }: { readonly lines: readonly Said[]; readonly source: string },
): Promise<number> {
  return keeper.store.transact(async (tx) => {
    const list = await tx.people.keepList({ lines, source, at: keeper.clock.now() });
    const what = { list, source, lines: lines.length };
    await enter(tx, keeper, { kind: 'people.listed', who: 'system:host', requestId: null, what });
    return list;
  });
}
