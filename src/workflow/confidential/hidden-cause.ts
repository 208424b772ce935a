import { isHidden } from '#approvals/confidential.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';

/** The confidential request by which something of the vendor's was touched, while others may not know of it; the newest, where there are several. */
export async function hiddenCause(
  { store, clock }: Pick<House, 'store' | 'clock'>,
  resourceId: string,
): Promise<PlannedRequest | null> {
  for (const { requestId } of await store.read.requests.effectsTouching(resourceId)) {
    const record = await store.read.requests.find(requestId);
    if (record !== null && isHidden(record, clock.now())) return record;
  }
  return null;
}
