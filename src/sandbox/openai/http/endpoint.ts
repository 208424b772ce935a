import { z } from 'zod';

import type { Behaviour } from '../behaviour.ts';
import type { AdminKey, Organization } from '../organization.ts';
import { readQuery } from './query.ts';
import { validate } from './validate.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The administration API knows no other method; OpenAI API reference, 2026-11. */
export type Method = 'GET' | 'POST' | 'DELETE';

/** What stands around every call: the organization, who calls, and the time. */
export interface Desk {
  readonly organization: Organization;
  readonly behaviour: Readonly<Behaviour>;
  readonly admin: AdminKey;
  readonly nowSec: number;
  /** Writes an event of this call's admin key to the audit log. */
  readonly record: (type: string, payload: JsonObject) => void;
}

/** A call as it came in, not yet checked against what its endpoint takes. */
export interface RawCall {
  /** By the names in the template that the path was matched with. */
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
  readonly body: unknown;
}

/** One endpoint. `answer` gives the body of a 200 or throws an `ApiProblem`. */
export interface Endpoint {
  readonly method: Method;
  /** Below `/v1`, with names in braces: `/organization/projects/{project_id}`. */
  readonly template: string;
  readonly answer: (desk: Desk, call: RawCall) => JsonObject;
}

type ParamName<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamName<Rest>
  : never;

type Fields<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

interface Call<Template extends string> extends Desk {
  readonly params: Readonly<Record<ParamName<Template>, string>>;
}

/** A read. `query` declares the only query fields it takes. */
export function get<Template extends string, Shape extends z.ZodRawShape>(
  template: Template,
  query: Shape,
  answer: (call: Call<Template> & { readonly query: Fields<Shape> }) => JsonObject,
): Endpoint {
  const schema = z.strictObject(query);
  return {
    method: 'GET',
    template,
    answer: (desk, { params, search }) => answer({ ...desk, params, query: validate(schema, readQuery(search)) }),
  };
}

/** A create or an update. `body` declares the only body fields it takes; an empty body counts as `{}`. */
export function post<Template extends string, Shape extends z.ZodRawShape>(
  template: Template,
  body: Shape,
  answer: (call: Call<Template> & { readonly body: Fields<Shape> }) => JsonObject,
): Endpoint {
  return postOf(template, z.strictObject(body), answer);
}

/** The same for a body that has more than one form. */
export function postOf<Template extends string, Body>(
  template: Template,
  schema: z.ZodType<Body>,
  answer: (call: Call<Template> & { readonly body: Body }) => JsonObject,
): Endpoint {
  return {
    method: 'POST',
    template,
    answer: (desk, call) =>
      answer({ ...desk, params: call.params, body: validate(schema, call.body === undefined ? {} : call.body) }),
  };
}

/** A delete: it takes nothing but its path. */
export function remove<Template extends string>(
  template: Template,
  answer: (call: Call<Template>) => JsonObject,
): Endpoint {
  return {
    method: 'DELETE',
    template,
    answer: (desk, { params }) => answer({ ...desk, params }),
  };
}
