import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endpoints, methodOf, pathTemplateOf } from '#operations/endpoint.ts';

const [header, ...lines] = readFileSync(new URL('../../data/endpoints.csv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

const rows = lines.map((line) => {
  const [method = '', path = '', family = '', operation = '', reason = '', ...rest] = line.split(',');
  return {
    endpoint: `${method} ${path}`,
    method,
    path,
    family,
    operations: operation.split('|').filter(Boolean),
    reason,
    rest,
  };
});

describe('the ledger of endpoints', () => {
  it('has five columns and a row for each of the 143 operations in 25 families', () => {
    expect(header).toBe('method,path,family,operation,reason');
    expect(rows).toHaveLength(143);
    expect(new Set(rows.map((row) => row.family)).size).toBe(25);
    expect(rows.filter((row) => row.rest.length > 0)).toEqual([]);
  });

  it('names each endpoint once', () => {
    expect(new Set(rows.map((row) => row.endpoint)).size).toBe(rows.length);
  });

  it('holds administration endpoints only', () => {
    const strange = rows.filter(
      (row) => !/^(GET|POST|DELETE)$/.test(row.method) || !/^\/(organization|projects)\/[a-z_/{}]+$/.test(row.path),
    );
    expect(strange).toEqual([]);
  });

  it('says of each endpoint either what uses it or why nothing does', () => {
    for (const row of rows) {
      expect([row.endpoint, row.operations.length > 0 !== row.reason.length > 20]).toEqual([row.endpoint, true]);
      for (const operation of row.operations) expect(operation).toMatch(/^([a-z-]+\.[a-z-]+|system:[a-z-]+)$/);
    }
  });

  it('marks exactly the declared endpoints as used', () => {
    const used = rows.filter((row) => row.operations.length > 0).map((row) => row.endpoint);
    expect(used.toSorted()).toEqual([...endpoints].toSorted());
  });
});

it('an endpoint is its method and its path', () => {
  expect(methodOf('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}')).toBe('DELETE');
  expect(pathTemplateOf('GET /organization/users')).toBe('/organization/users');
});
