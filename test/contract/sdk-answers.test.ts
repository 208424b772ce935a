import { globSync, readFileSync } from 'node:fs';
import OpenAI from 'openai';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { contract } from './contract.ts';
import { readBy } from './read-by.ts';
import type { MethodPath, SdkAnswer } from './sdk-types.ts';

type SchemasOf<Path extends MethodPath> = (typeof readBy)[Path][number];

/** The methods whose answers, as the client types them, some schema of ours would refuse. */
type Refused = {
  [Path in MethodPath]: SchemasOf<Path> extends infer Schema
    ? Schema extends z.ZodType
      ? SdkAnswer<Path> extends z.input<Schema>
        ? never
        : Path
      : never
    : never;
}[MethodPath];

/** `users.roles.list`: the methods that the client has when it runs. */
function methodsIn(resource: object): readonly string[] {
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== 'constructor');
  const below = Object.entries(resource).flatMap(([name, value]: [string, unknown]) =>
    name.startsWith('_') || typeof value !== 'object' || value === null
      ? []
      : methodsIn(value).map((method) => `${name}.${method}`),
  );
  return [...own, ...below];
}

const client = new OpenAI({ apiKey: 'none', adminAPIKey: 'none' });
// Also where answers are looked at outside the objects: the doctor's own look at the keys, the watch's.
const sources = globSync('src/{operations,openai,doctor,workflow}/**/*.ts').map((file) => readFileSync(file, 'utf8'));

describe('the schemas by which answers are read', () => {
  it('take every answer that the official client’s types allow', () => {
    expectTypeOf<Refused>().toBeNever();
  });

  it('are named for every method of the client, which are as many as there are endpoints', () => {
    expect(Object.keys(readBy).toSorted()).toEqual(methodsIn(client.admin.organization).toSorted());
    expect(Object.keys(readBy)).toHaveLength(contract.operations.length);
  });

  it('are all compared with the client, whatever they are called', () => {
    const declared = sources.flatMap((text) => [...text.matchAll(/^export const (\w+Wire) = z\b/gm)]);
    const reading = sources.flatMap((text) => [...text.matchAll(/\b(\w+)\.(?:safeParse|parse)\(answer\)/g)]);
    const names = new Set([...declared, ...reading].map(([, name]) => name));
    const table = readFileSync('test/contract/read-by.ts', 'utf8').split('export const readBy')[1] ?? '';
    expect(names.size).toBeGreaterThan(25);
    expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(table))).toEqual([]);
  });
});
