import type { Requester } from '#operations/operation.ts';
import type { House } from './house.ts';
import type { Sight } from './ports/sight.ts';

/** What of the record this person may be shown just now. */
export const seenBy = (
  { store, clock }: Pick<House, 'store' | 'clock'>,
  who: Pick<Requester, 'personId' | 'slackId'>,
): Sight => store.read.seenBy({ who, now: clock.now() });

/** What anybody may be shown just now: in channels, on cards, in what others decide on. */
export const seenByAll = ({
  store,
  clock,
}: { readonly store: Pick<House['store'], 'read'> } & Pick<House, 'clock'>): Sight =>
  store.read.seenBy({ who: null, now: clock.now() });

/** A house that remembers of requests what this person may be shown, for judging what they only wonder about. */
export const asSeenBy = (house: House, who: Pick<Requester, 'personId' | 'slackId'>): House => ({
  ...house,
  store: { ...house.store, read: { ...house.store.read, ...seenBy(house, who) } },
});
