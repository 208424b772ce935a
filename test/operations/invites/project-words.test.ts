import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/refusal.ts';
import { projectsField, projectWord, wantedProjects } from '#operations/invites/project-words.ts';
import { NOON } from '../erin-asks.ts';
import { projects } from '../users/people.ts';

const known = projects.items;
const codeOf = (words: readonly string[], among = known) => {
  const wanted = wantedProjects(words, among);
  return isRefusal(wanted) ? wanted.code : 'none';
};

describe('projects in words', () => {
  test('are named by name or id, in any capitals, each with a role', () => {
    expect(wantedProjects(['Search-Dev', 'proj_billing:owner', 'playground:member'], known)).toEqual([
      { id: 'proj_billing', name: 'billing', role: 'owner' },
      { id: 'proj_playground', name: 'playground', role: 'member' },
      { id: 'proj_search_dev', name: 'search-dev', role: 'member' },
    ]);
  });

  test('come in the same order however they were typed', () => {
    expect(wantedProjects(['billing', 'search-dev'], known)).toEqual(wantedProjects(['search-dev', 'billing'], known));
  });

  test.each([
    ['invites.unknown-project', ['nowhere']],
    ['invites.unknown-project', ['hackweek']],
    ['invites.project-twice', ['billing', 'proj_billing:owner']],
  ])('are refused as %s', (code, words) => {
    expect(codeOf(words)).toBe(code);
  });

  test('that two share a name go by id', () => {
    const twins = [...known, { id: 'proj_2', name: 'billing', status: 'active', createdAt: NOON }];
    expect(codeOf(['billing'], twins)).toBe('invites.ambiguous-project');
    expect(codeOf(['proj_2', 'proj_billing'], twins)).toBe('none');
  });

  test('are written back as they would be typed', () => {
    expect(projectWord({ id: 'proj_1', role: 'owner' })).toBe('proj_1:owner');
    expect(projectWord({ id: 'proj_1', role: 'viewer' })).toBe('proj_1');
    for (const word of ['proj_1:owner', 'proj_1']) expect(word).toMatch(projectsField.pattern);
    expect('billing:admin').not.toMatch(projectsField.pattern);
  });
});
