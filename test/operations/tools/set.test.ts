import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { setTools } from '#operations/tools/set.ts';
import { searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { toolsOnWire } from '../projects/settings-on-wire.ts';
import { projectOnWire } from '../wire.ts';

const ask = (on: readonly string[] | null, off: readonly string[] | null, was = toolsOnWire('mcp')) => ({
  operation: 'tools.set',
  input: { project: searchDev, on, off },
  answers: { project: projectOnWire(), tools: was },
});

describe('tools', () => {
  const plan = planOf(ask(['mcp', 'file_search'], ['web_search']));

  test('are sent as far as they change, and read back', () => {
    expect(plan.steps.map(({ call, proof }) => ({ body: call.body, proof }))).toEqual([
      {
        body: { web_search: { enabled: false }, mcp: { enabled: true } },
        proof: expect.objectContaining({ by: 'equals', where: { 'web_search.enabled': false, 'mcp.enabled': true } }),
      },
    ]);
    expect(plan.gist).toBe('web_search off, mcp on');
  });

  test('are switched back exactly', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'tools.set',
      input: { project: searchDev, on: ['web_search'], off: ['mcp'] },
    });
    expect(setTools.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('that stop working, or reach outside, are warned of', () => {
    expect(plan.warnings).toEqual([
      'Requests of search-dev that use web_search fail at once.',
      'With mcp, requests can reach servers outside OpenAI.',
    ]);
  });

  test('stand on those that are switched only', () => {
    const guards = (...off: readonly string[]) =>
      canonicalJson(planOf(ask(['mcp'], null, toolsOnWire('mcp', ...off))).guards);
    expect(guards('web_search')).toBe(guards());
  });
});

describe('a request is refused', () => {
  test.each([
    ['that names no tool', 'tools.set.unclear', ask(null, null)],
    ['that switches one both ways', 'tools.set.unclear', ask(['mcp'], ['mcp'])],
    ['that changes nothing', 'tools.set.same', ask(['web_search'], ['mcp'])],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('in an archived project, and for tools that nobody knows', () => {
    expect(refusalOfArchived('tools.set', ask(['mcp'], null).input).code).toBe('tools.archived');
    expect(setTools.parseInput({ project: searchDev, on: ['telepathy'] }).success).toBe(false);
  });
});
