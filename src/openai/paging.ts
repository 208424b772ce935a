import { unreachable } from '#domain/invariant.ts';
import { valueAt } from '#domain/json.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import type { ListPage } from './schemas/list-page.ts';

/**
 * How a list goes on (OpenAI API reference, 2026-11): `last-id` sends `after` with `last_id` or the last item's id, `next` sends
 * `after` with `next`, `page` sends `page` with `next_page`.
 */
export type PageStyle = 'last-id' | 'next' | 'page';

export interface Listing {
  readonly style: PageStyle;
  /** The largest page the endpoint allows; more is refused, not cut. Null where no maximum is documented: then its own default stands. */
  readonly limit: number | null;
}

const byLastId: Listing = { style: 'last-id', limit: 100 };
const byNext: Listing = { style: 'next', limit: 100 };

// A list must say here how it goes on before it can be read whole. The limit of usage depends on the bucket's width, so its caller gives it.
const listings: Partial<Readonly<Record<Endpoint, Listing>>> = {
  'GET /organization/admin_api_keys': { style: 'last-id', limit: null },
  'GET /organization/audit_logs': byLastId,
  'GET /organization/certificates': byLastId,
  'GET /organization/costs': { style: 'page', limit: 180 },
  'GET /organization/external_keys': byLastId,
  'GET /organization/external_storage': byLastId,
  'GET /organization/groups': byNext,
  'GET /organization/groups/{group_id}/roles': byNext,
  'GET /organization/groups/{group_id}/users': byNext,
  'GET /organization/invites': byLastId,
  'GET /organization/projects': byLastId,
  'GET /organization/projects/{project_id}/api_keys': byLastId,
  'GET /organization/projects/{project_id}/certificates': byLastId,
  'GET /organization/projects/{project_id}/groups': byNext,
  'GET /organization/projects/{project_id}/rate_limits': byLastId,
  'GET /organization/projects/{project_id}/service_accounts': byLastId,
  'GET /organization/projects/{project_id}/spend_alerts': byLastId,
  'GET /organization/projects/{project_id}/users': byLastId,
  'GET /organization/roles': { style: 'next', limit: 1000 },
  'GET /organization/spend_alerts': byLastId,
  'GET /organization/usage/audio_speeches': { style: 'page', limit: null },
  'GET /organization/usage/audio_transcriptions': { style: 'page', limit: null },
  'GET /organization/usage/code_interpreter_sessions': { style: 'page', limit: null },
  'GET /organization/usage/completions': { style: 'page', limit: null },
  'GET /organization/usage/decisions': { style: 'page', limit: null },
  'GET /organization/usage/embeddings': { style: 'page', limit: null },
  'GET /organization/usage/file_search_calls': { style: 'page', limit: null },
  'GET /organization/usage/images': { style: 'page', limit: null },
  'GET /organization/usage/moderations': { style: 'page', limit: null },
  'GET /organization/usage/vector_stores': { style: 'page', limit: null },
  'GET /organization/usage/web_search_calls': { style: 'page', limit: null },
  'GET /organization/users': byLastId,
  'GET /organization/users/{user_id}/roles': byNext,
  'GET /organization/workload_identity_providers': byLastId,
  'GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules': byLastId,
  'GET /projects/{project_id}/groups/{group_id}/roles': byNext,
  'GET /projects/{project_id}/roles': { style: 'next', limit: 1000 },
  'GET /projects/{project_id}/users/{user_id}/roles': byNext,
};

/** Null for an endpoint that is no list. */
export function listingOf(endpoint: Endpoint): Listing | null {
  return listings[endpoint] ?? null;
}

export const cursorParam: Readonly<Record<PageStyle, 'after' | 'page'>> = {
  'last-id': 'after',
  next: 'after',
  page: 'page',
};

/** Where the next page begins: `end` if this was the last, `lost` if there is more but nothing says where. */
export function continuationOf(style: PageStyle, page: ListPage): { readonly cursor: string } | 'end' | 'lost' {
  if (!page.has_more) return 'end';
  const cursor = cursorOf(style, page);
  return typeof cursor === 'string' && cursor !== '' ? { cursor } : 'lost';
}

function cursorOf(style: PageStyle, page: ListPage): unknown {
  switch (style) {
    case 'last-id':
      return page.last_id ?? valueAt(page.data.at(-1), ['id']);
    case 'next':
      return page.next;
    case 'page':
      return page.next_page;
  }
  return unreachable(style);
}
