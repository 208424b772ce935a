import { personId } from '#domain/ids.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { hostPerson } from '#workflow/host/host-person.ts';
import { wishOnPage, wishWithCode } from '#workflow/host/prove-wish.ts';
import type { HostAsk, HostWish } from '#workflow/ports/host-asks.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import { tokenIn } from '../../support/enrolling.ts';
import type { SmallHouse } from '../../support/small-house.ts';

export const everything = { does: 'freeze', scope: { of: 'all' }, why: 'a laptop was stolen' } as const;

/** What somebody wants and types the code for; the wish as it then stands, or why not. */
export async function wantsWithCode(
  small: SmallHouse,
  given: { readonly who: string; readonly wish: HostWish; readonly code: string },
): Promise<HostAsk | Refusal> {
  const who = await hostPerson(small.house, given.who);
  if (isRefusal(who)) return who;
  const id = await wishWithCode(small.house, { ...given, person: who.person });
  return isRefusal(id) ? id : wishOf(small, id);
}

export async function wishOf(small: SmallHouse, id: number): Promise<HostAsk> {
  const ask = await small.store.read.hostAsks.find(id);
  if (ask === null) throw new Error(`There is no wish ${id}`);
  return ask;
}

/** The page on which a wish is signed: its token, what it asks to sign, and the wish's number. */
export async function opensPage(small: SmallHouse, wish: HostWish) {
  const who = await hostPerson(small.house, personId('bea'));
  if (isRefusal(who)) throw new Error(who.rule);
  const opened = await wishOnPage(small.house, { person: who.person, wish });
  if (isRefusal(opened)) throw new Error(opened.rule);
  const token = tokenIn(opened.url);
  const useCases = openPageUseCases(small.house);
  const page = await useCases.openWish(token);
  if (page.kind !== 'wish') throw new Error(JSON.stringify(page));
  return { id: opened.id, token, useCases, page };
}
