import type OpenAI from 'openai';
import type { Json } from '#domain/json.ts';

type Organization = OpenAI['admin']['organization'];
type Method = (...args: never[]) => unknown;

type PathIn<T> = {
  [K in keyof T & string]: T[K] extends Method ? K : T[K] extends object ? `${K}.${PathIn<T[K]>}` : never;
}[keyof T & string];

/** `projects.users.roles.list`: every method of the official client below `admin.organization`. */
export type MethodPath = PathIn<Organization>;

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? At<T[Head & keyof T], Rest>
  : T[Path & keyof T];

type AnswerOf<M> = M extends Method
  ? ReturnType<M> extends AsyncIterable<infer Item>
    ? Item
    : Awaited<ReturnType<M>>
  : never;

/**
 * The same shape without interfaces, which never fit a schema that lets unknown fields through. What the client leaves open comes off
 * the wire, and so it is JSON.
 */
type Plain<T> = unknown extends T
  ? Json
  : T extends string
    ? T
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** A deletion counts as done only if it says so; the client's types leave room for `deleted: false`, which is nothing to rely on. */
type Said<T> = T extends { readonly deleted: boolean } ? Omit<T, 'deleted'> & { readonly deleted: true } : T;

/** What a method answers, as the official client types it; of a list, one item of it. */
export type SdkAnswer<Path extends MethodPath> = Plain<Said<AnswerOf<At<Organization, Path>>>>;
