import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { contract, operationOf, violations } from './contract.ts';

type Schema = Readonly<Record<string, unknown>>;

const text = readFileSync(new URL('../../data/contract/openai-admin.json', import.meta.url), 'utf8');
const defs = contract.$defs as Readonly<Record<string, Schema>>;

/** A schema and all that it is made of, references followed. */
function partsOf(schema: unknown, seen = new Set<unknown>()): readonly Schema[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const target = Reflect.get(schema, '$ref') as string | undefined;
  const below = [...Object.values(schema), target === undefined ? null : defs[target.replace('#/$defs/', '')]];
  return [...(Array.isArray(schema) ? [] : [schema as Schema]), ...below.flatMap((part) => partsOf(part, seen))];
}

describe('the contract', () => {
  it('compiles as JSON Schema of draft 2020-12, every part of every operation', () => {
    for (const operation of contract.operations) {
      for (const part of ['query', 'body', 'answer'] as const) {
        if (operation[part] !== null) expect(violations(operation, part, 0)).not.toEqual([]);
      }
    }
  });

  it('lets nothing unknown into a request', () => {
    const requests = contract.operations.flatMap(({ query, body }) => partsOf([query, body]));
    const loose = requests.filter(
      ({ type, properties, additionalProperties }) =>
        type === 'object' && properties !== undefined && additionalProperties !== false,
    );
    expect(requests.length).toBeGreaterThan(300);
    expect(loose).toEqual([]);
    const projects = operationOf('POST', '/organization/projects');
    expect(violations(projects, 'body', { name: 'x' })).toEqual([]);
    expect(violations(projects, 'body', { name: 'x', colour: 'red' })).toHaveLength(1);
    expect(violations(projects, 'query', { limit: 1 })).toHaveLength(1);
  });

  it('lets an answer have fields that were not there yet', () => {
    const answers = contract.operations.flatMap(({ answer }) => partsOf(answer));
    expect(answers.filter(({ additionalProperties }) => additionalProperties === false)).toEqual([]);
  });

  it.each([
    ['1d', 31, 32],
    ['1h', 168, 169],
    ['1m', 1440, 1441],
    [undefined, 31, 32],
  ])('knows how many buckets of %s fit on a page', (width, most, tooMany) => {
    const usage = operationOf('GET', '/organization/usage/completions');
    const query = { start_time: 0, ...(width === undefined ? {} : { bucket_width: width }) };
    expect(violations(usage, 'query', { ...query, limit: most })).toEqual([]);
    expect(violations(usage, 'query', { ...query, limit: tooMany })).not.toEqual([]);
  });

  it('says where the three secrets stand, and they do', () => {
    const secret = contract.operations.filter(({ secretAt }) => secretAt !== undefined);
    expect(secret.map(({ method, path, secretAt }) => [method, path, secretAt])).toEqual([
      ['POST', '/organization/admin_api_keys', ['value']],
      ['POST', '/organization/projects/{project_id}/service_accounts', ['api_key', 'value']],
      ['POST', '/organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys', ['value']],
    ]);
    for (const { answer, secretAt } of secret) {
      const properties = partsOf(answer).map((part) => part['properties'] as Schema | undefined);
      expect(properties.some((fields) => fields?.[secretAt?.at(-1) ?? ''] !== undefined)).toBe(true);
    }
  });

  it('holds facts and no prose, in an order that does not move', () => {
    expect(text).not.toMatch(/"(summary|example|examples|title|x-[a-z]+)": "/);
    expect(partsOf(contract).filter((part) => typeof part['description'] === 'string')).toEqual([]);
    expect(Object.keys(defs)).toEqual(Object.keys(defs).toSorted());
    const paths = contract.operations.map(({ path }) => path);
    expect(paths).toEqual(paths.toSorted());
  });

  it('is used in all its parts', () => {
    const referred = new Set([...text.matchAll(/"#\/\$defs\/([A-Za-z0-9]+)"/g)].map(([, name]) => String(name)));
    expect([...referred].toSorted()).toEqual(Object.keys(defs).toSorted());
  });
});
