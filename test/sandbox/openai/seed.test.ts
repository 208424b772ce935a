import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readSeed } from '#sandbox/openai/seed.ts';
import { openEmulator } from './open-emulator.ts';
import { smallSeed } from './small-seed.ts';

const demoText = readFileSync(new URL('../../../data/sandbox/organization.json', import.meta.url), 'utf8');

/** The small seed as text, changed by the test. */
function changed(change: (seed: Record<string, never[]>) => void): string {
  const seed = JSON.parse(JSON.stringify(smallSeed)) as Record<string, never[]>;
  change(seed);
  return JSON.stringify(seed);
}

describe('a seed', () => {
  it('is read as it stands', () => {
    expect(readSeed(JSON.stringify(smallSeed))).toEqual(smallSeed);
  });

  it.each([
    ['an absolute time', changed(({ users }) => Object.assign(users![0]!, { added: '2026-01-01' })), /users\.0\.added/],
    ['an unknown field', changed(({ users }) => Object.assign(users![0]!, { secret: 'x' })), /secret/],
    ['an owner that is not there', changed(({ users }) => void users!.splice(1, 1)), /user-lin is not in this seed/],
    ['no bot', changed(({ adminKeys }) => void adminKeys!.splice(0, 1)), /exactly one has "isBots", not 0/],
    [
      'two default projects',
      changed((s) => Object.assign(s['projects']![1]!, { isDefault: true })),
      /isDefault", not 2/,
    ],
    ['an id twice', changed(({ invites }) => void invites!.push(invites![0]!)), /invite-open is used more than once/],
  ])('with %s is refused with the place', (_, text, message) => {
    expect(() => readSeed(text)).toThrow(message);
  });
});

describe('the demo organization', () => {
  it('holds no secret', () => {
    expect(demoText).not.toMatch(/sk-/);
  });

  it('is what the tour needs: the cast, a production project, an orphaned key, one key of the bot', async () => {
    const { emulator, organization } = await openEmulator({}, readSeed(demoText));
    const board = emulator.board();
    expect(board.users.map(({ name, email }) => [name, email])).toEqual(
      expect.arrayContaining([
        ['Erin Vale', 'erin@acme.example'],
        ['Bea Lindqvist', 'bea@acme.example'],
        ['Omar Haddad', 'omar@acme.example'],
        ['Sam Okafor', 'sam@acme.example'],
      ]),
    );
    expect(board.users.find(({ name }) => name === 'Sam Okafor')?.role).toBe('owner');
    expect(board.users).toHaveLength(14);
    expect(board.projects.map(({ name }) => name)).toEqual([
      'billing-prod',
      'data-science',
      'Default project',
      'hackweek-2025',
      'playground',
      'search-dev',
      'search-prod',
      'support-bot',
    ]);
    expect(board.projects.filter(({ archived }) => archived)).toHaveLength(1);
    expect(board.adminKeys).toHaveLength(3);
    const searchDev = board.projects.find(({ name }) => name === 'search-dev')?.id ?? '';
    const orphans = await organization.projects.apiKeys.list(searchDev, { owner_project_access: 'inactive' });
    expect(orphans.data.map(({ owner }) => owner.user?.email)).toEqual(['dana@acme.example']);
  });
});
