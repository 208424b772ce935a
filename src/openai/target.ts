import { Fault } from '#domain/fault.ts';
import { invariant } from '#domain/invariant.ts';
import type { Json } from '#domain/json.ts';
import { type Call, pathOf } from '#operations/call.ts';
import { type Endpoint, endpoints } from '#operations/endpoint.ts';

/** The one place calls go to: fixed when the program starts, so that no call can choose its host. */
export interface Target {
  /** `https://api.openai.com` */
  readonly origin: string;
  /** `/v1`, without a slash at its end. */
  readonly basePath: string;
}

// The only places where the admin key may travel in clear, because it does not leave this machine.
const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** Throws `Fault('config.invalid')` for an address to which an admin key must not be sent. */
export function targetOf(baseUrl: string): Target {
  const url = URL.parse(baseUrl);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw badAddress('it is not an http(s) address');
  if (url.username !== '' || url.password !== '') throw badAddress('it must not hold a name or password');
  if (url.search !== '' || url.hash !== '') throw badAddress('it must end with its path');
  if (url.protocol === 'http:' && !LOOPBACK.includes(url.hostname))
    throw badAddress('only this machine may be called without TLS');
  return { origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') };
}

// Role assignments stand below /projects, everything else below /organization (OpenAI API reference, 2026-11).
const ADMINISTRATION = /^\/(organization|projects)\/[^?#]/;

/** Path and query of a call, as they go over the wire. Anything but a declared administration endpoint is a bug of ours. */
export function wirePathOf(target: Target, call: Call): string {
  const known: readonly Endpoint[] = endpoints;
  invariant(known.includes(call.endpoint), 'Only declared endpoints are called');
  const path = pathOf(call);
  invariant(
    ADMINISTRATION.test(path) && !path.includes('//') && !path.includes('/../'),
    'Only administration paths are called',
  );
  const query = queryOf(call.query);
  return `${target.basePath}${path}${query === '' ? '' : `?${query}`}`;
}

/** Lists with brackets, ranges as `effective_at[gte]=…`, as the official client sends them (OpenAI SDK 7.57). Null is left out. */
function queryOf(query: Call['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value as readonly Json[]) append(search, `${name}[]`, item);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) append(search, `${name}[${key}]`, item);
    } else append(search, name, value);
  }
  return search.toString();
}

function append(search: URLSearchParams, name: string, value: Json): void {
  if (value === null) return;
  invariant(typeof value !== 'object', `Query field ${name} holds a plain value`);
  search.append(name, String(value));
}

function badAddress(why: string): Fault {
  return new Fault('config.invalid', `COUNTERSIGN_OPENAI_BASE_URL cannot be used: ${why}.`);
}
