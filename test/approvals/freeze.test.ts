import { describe, expect, test } from 'vitest';
import { type Freezable, type Freeze, freezeOver } from '#approvals/freeze.ts';
import type { FreezeScope } from '#domain/freeze-scope.ts';
import { personId, slackUserId } from '#domain/ids.ts';

const freeze = (scope: FreezeScope): Freeze => ({
  id: 1,
  scope,
  by: { slackId: slackUserId('U0BEA00001'), name: 'Bea Lindqvist' },
  why: 'a laptop was stolen',
  at: 0,
});

const all = { of: 'all' } as const;
const project = { of: 'project', id: 'proj_dev', name: 'search-dev' } as const;
const erin = { of: 'person', person: personId('erin'), name: 'Erin Vale' } as const;
const family = { of: 'operation', selector: 'keys.*' } as const;
const one = { of: 'operation', selector: 'keys.revoke' } as const;

const issue = { operation: 'keys.issue', projectId: 'proj_dev', people: [personId('erin'), personId('bea')] };

describe('a freeze', () => {
  test.each<readonly [string, FreezeScope, Partial<Freezable>]>([
    ['of everything holds a change', all, {}],
    ['of everything holds a change outside any project', all, { projectId: null }],
    ['of a project holds what is in it', project, {}],
    ['of a person holds what they asked for or approved', erin, {}],
    ['of a person holds also what they ask to revoke', erin, { operation: 'keys.revoke' }],
    ['of a family holds its operations', family, {}],
    ['of an operation that is otherwise let through holds it', one, { operation: 'keys.revoke' }],
  ])('%s', (_, scope, change) => {
    expect(freezeOver([freeze(scope)], { ...issue, ...change })).toEqual(freeze(scope));
  });

  test.each<readonly [string, FreezeScope, Partial<Freezable>]>([
    ['of everything lets a key be revoked', all, { operation: 'keys.revoke' }],
    ['of everything lets itself be ended', all, { operation: 'freezes.thaw' }],
    ['of a project lets its keys be revoked', project, { operation: 'keys.revoke' }],
    ['of a project lets others be', project, { projectId: 'proj_prod' }],
    ['of a person lets others be', erin, { people: [personId('bea')] }],
    ['of a family lets others be', family, { operation: 'users.remove' }],
    ['of an operation lets its family be', one, {}],
  ])('%s', (_, scope, change) => {
    expect(freezeOver([freeze(scope)], { ...issue, ...change })).toBeNull();
  });

  test('is one of several: the first that holds is named', () => {
    expect(freezeOver([freeze(project), freeze(all)], { ...issue, projectId: 'proj_prod' })?.scope).toEqual(all);
    expect(freezeOver([], issue)).toBeNull();
  });
});
