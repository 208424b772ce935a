import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { call, describeCall, isMutation, pathOf } from '#operations/call.ts';
import { endpoints, methodOf, pathTemplateOf } from '#operations/endpoint.ts';

const oneKey = 'GET /organization/projects/{project_id}/api_keys/{api_key_id}' as const;
const pathFor = (projectId: string, keyId = 'key_1') =>
  pathOf(call(oneKey, { params: { project_id: projectId, api_key_id: keyId } }));

describe('the path of a call', () => {
  test('holds its parameters', () => {
    expect(pathFor('proj_1')).toBe('/organization/projects/proj_1/api_keys/key_1');
  });

  test.each([
    '..',
    '.',
    '...',
    '',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a b',
    'a%2fb',
    'a\n',
    'ä',
    'a'.repeat(201),
    '../admin',
  ])('%j can never be a part of it', (value) => {
    expect(() => pathFor(value)).toThrow('Path parameter project_id is missing or unsafe');
    expect(() => pathFor('proj_1', value)).toThrow('Path parameter api_key_id is missing or unsafe');
  });

  test('is never sent with a parameter missing', () => {
    expect(() => pathOf(call(oneKey, { params: { project_id: 'proj_1' } }))).toThrow('api_key_id');
  });

  test('has as many segments as its template, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (projectId, keyId) => {
        let path: string;
        try {
          path = pathFor(projectId, keyId);
        } catch {
          return;
        }
        expect(path.split('/')).toHaveLength(pathTemplateOf(oneKey).split('/').length);
        expect(new URL(path, 'https://api.example').pathname).toBe(path);
      }),
    );
  });
});

describe('a call', () => {
  test('has nothing that was not given', () => {
    expect(call(oneKey)).toEqual({ endpoint: oneKey, params: {}, query: {}, body: null });
  });

  test('is written for people as method and path', () => {
    const remove = call('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', {
      params: { project_id: 'proj_1', api_key_id: 'key_1' },
    });
    expect(describeCall(remove)).toEqual({ method: 'DELETE', path: '/organization/projects/proj_1/api_keys/key_1' });
  });

  test('changes something unless it is a GET', () => {
    for (const endpoint of endpoints) expect(isMutation({ endpoint })).toBe(methodOf(endpoint) !== 'GET');
  });
});
