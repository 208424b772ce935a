import { isRefusal } from '#domain/refusal.ts';
import { admit } from './admit.ts';
import { drawPicture } from './draw-picture.ts';
import { orFailed } from './failed.ts';
import type { House } from './house.ts';
import type { RequestPicture } from './picture.ts';
import type { PlannedRequest } from './ports/store.ts';
import type { UseCases } from './use-cases.ts';

// The Home tab shows a hundred blocks; ten requests of each kind with their buttons fill it.
const MOST_SHOWN = 10;
const MOST_PENDING = 50;

async function pictures(house: House, records: readonly PlannedRequest[]): Promise<readonly RequestPicture[]> {
  return Promise.all(records.map((record) => drawPicture(house, record)));
}

/** What one person has to do and has: what waits for their decision, their own requests and keys. */
export async function deskOf(house: House, caller: Parameters<UseCases['desk']>[0]): ReturnType<UseCases['desk']> {
  const person = await admit(house, caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const { requests, leases } = house.store.read;
    const pending = await pictures(house, await requests.list({ states: ['pending'], limit: MOST_PENDING }));
    const mine = await requests.list({ requester: person.slackId, limit: 2 * MOST_SHOWN });
    return {
      kind: 'desk',
      waitingForMe: pending.filter((picture) => picture.couldDecide.includes(person.slackId)).slice(0, MOST_SHOWN),
      mine: await pictures(house, mine.filter((record) => record.state !== 'draft').slice(0, MOST_SHOWN)),
      myKeys: (await leases.ofOwner(person.slackId)).slice(0, 2 * MOST_SHOWN),
    } as const;
  });
}
