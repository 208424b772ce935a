import type { Endpoint } from '#operations/endpoint.ts';
import { settleUnknown } from '#workflow/settle-request.ts';
import type { Mishap } from '../support/fake-vendor.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, standing } from '../support/walk.ts';

export const ACCOUNTS = '/organization/projects/{project_id}/service_accounts';
export const CREATE: Endpoint = `POST ${ACCOUNTS}`;
export const JOIN: Endpoint = `POST ${ACCOUNTS}/{service_account_id}`;
export const KEY: Endpoint = `POST ${ACCOUNTS}/{service_account_id}/api_keys`;
export const DELETE: Endpoint = `DELETE ${ACCOUNTS}/{service_account_id}`;

export const unseen = { sees: () => Promise.resolve(false) };

/** Erin presses while this goes wrong. */
export async function pressed(
  mishaps: readonly (readonly [Endpoint, ...Mishap[]])[],
  how: Parameters<typeof collects>[2] = {},
) {
  const small = await openSmallHouse();
  const id = await approved(small, 'a new key');
  for (const [endpoint, ...each] of mishaps) small.vendor.willGoWrong(endpoint, ...each);
  const { outcome, shown } = await collects(small, id, how);
  return { small, id, outcome, shown, made: small.vendor.organization.madeAccounts() };
}

export async function settles(small: SmallHouse, id: Parameters<typeof standing>[1], waitMs: number) {
  small.clock.forward(waitMs);
  await settleUnknown(small.house);
  return (await standing(small, id)).state;
}
