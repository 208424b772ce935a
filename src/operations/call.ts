import { invariant } from '#domain/invariant.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import { type Endpoint, methodOf, type Method, pathTemplateOf } from './endpoint.ts';

/** One HTTP exchange with the vendor as a value. It says everything that will be sent, and sending it is somebody else's business. */
export interface Call {
  readonly endpoint: Endpoint;
  /** Values for the `{…}` of the endpoint's path. */
  readonly params: Readonly<Record<string, string>>;
  /** Lists are sent with brackets (`event_types[]=a&event_types[]=b`), nested ranges as `effective_at[gte]=…` (OpenAI SDK 7.57). */
  readonly query: Readonly<Record<string, Json>>;
  readonly body: JsonObject | null;
}

export function call(
  endpoint: Endpoint,
  more: { params?: Readonly<Record<string, string>>; query?: Readonly<Record<string, Json>>; body?: JsonObject } = {},
): Call {
  return { endpoint, params: more.params ?? {}, query: more.query ?? {}, body: more.body ?? null };
}

// Ids of the vendor are opaque, but none seen holds more than this. A dot-only segment would climb out of the path.
const SEGMENT = /^[A-Za-z0-9._:@-]{1,200}$/;

/** The path of a call, each parameter checked and encoded. A value that could leave its segment is a bug of ours, never sent. */
export function pathOf(request: Call): string {
  return pathTemplateOf(request.endpoint).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = request.params[name];
    invariant(
      value !== undefined && SEGMENT.test(value) && !/^\.+$/.test(value),
      `Path parameter ${name} is missing or unsafe`,
    );
    return encodeURIComponent(value);
  });
}

export function isMutation(request: { readonly endpoint: Endpoint }): boolean {
  return methodOf(request.endpoint) !== 'GET';
}

/** `POST /organization/projects/proj_x/service_accounts`: how a call is written for people and in the audit chain. */
export function describeCall(request: Call): { readonly method: Method; readonly path: string } {
  return { method: methodOf(request.endpoint), path: pathOf(request) };
}
