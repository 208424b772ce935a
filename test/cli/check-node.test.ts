import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { problemOfNode } from '../../src/cli/check-node.ts';

describe('an older Node is told what to do', () => {
  test.each([
    ['20.20.2', '9'],
    ['22.18.0', '10'],
    ['23.11.1', '10'],
    ['24.0.0', '9'],
    ['24.0.0', undefined],
  ])('Node %s with N-API %s', (node, napi) => {
    expect(problemOfNode({ node, napi })?.join(' ')).toContain(`this is Node ${node}`);
  });
});

test.each([
  ['24.11.0', '10'],
  ['26.1.0', '11'],
])('Node %s with N-API %s will do', (node, napi) => {
  expect(problemOfNode({ node, napi })).toBeNull();
});

test('the check imports nothing, so that it can run where nothing else loads', () => {
  expect(readFileSync('src/cli/check-node.ts', 'utf8')).not.toMatch(/^\s*import\b/m);
});
