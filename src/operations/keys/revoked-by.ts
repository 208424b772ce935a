import type { Instant } from '#domain/instant.ts';
import type { RequestDetail } from '../memory.ts';

/** What a request took away: a key, or the account with which its keys went. */
export interface Revoked {
  readonly id: string;
  readonly at: Instant;
}

const KEY_OR_ACCOUNT = /^\/organization\/projects\/[^/]+\/(?:api_keys|service_accounts)\/([^/]+)$/;

/** Read off the calls of a request that deleted one key or account, however often it had to ask; null for any other request. */
export function revokedBy(request: Pick<RequestDetail, 'state' | 'calls'> | null): Revoked | null {
  if (request?.state !== 'succeeded') return null;
  const [last] = request.calls.filter((each) => each.status === 'applied').slice(-1);
  if (last === undefined) return null;
  const isOne = request.calls.every((each) => each.method === 'DELETE' && each.path === last.path);
  const [, id] = KEY_OR_ACCOUNT.exec(last.path) ?? [];
  return isOne && id !== undefined ? { id: decodeURIComponent(id), at: last.at } : null;
}
