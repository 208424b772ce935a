import { describe, expect, it } from 'vitest';

import { get } from '#sandbox/openai/http/endpoint.ts';
import { matchPath } from '#sandbox/openai/http/match-path.ts';

const endpoints = [
  get('/a/{id}', {}, () => ({})),
  get('/a/activate', {}, () => ({})),
  get('/a/{id}/b', {}, () => ({})),
];

describe('a path', () => {
  it('is matched segment by segment and names its parts', () => {
    const matches = matchPath(endpoints, '/a/x%20y/b');
    expect(matches.map(({ endpoint, params }) => [endpoint.template, params])).toEqual([['/a/{id}/b', { id: 'x y' }]]);
  });

  it('prefers the literal word to the name of a part', () => {
    expect(matchPath(endpoints, '/a/activate')[0]?.endpoint.template).toBe('/a/activate');
  });

  it.each(['/a', '/a/', '/a/x/c', '/a/x/b/c', ''])('%j matches nothing', (path) => {
    expect(matchPath(endpoints, path)).toEqual([]);
  });
});
