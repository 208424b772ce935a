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
    [
      'a member that is not there',
      changed((s) => Object.assign(s['groups']![0]!, { members: [{ user: 'user-x', added: '-1d' }] })),
      /groups\.own: user-x/,
    ],
    [
      'a role that is not there',
      changed((s) => Object.assign(s['roleAssignments']![0]!, { role: 'role-x' })),
      /ra_usage: role-x/,
    ],
    [
      'traffic on a key of nobody',
      changed((s) =>
        Object.assign(s['projects']![1]!, {
          traffic: [{ id: 't', key: 'key_x', kind: 'images', level: 1, from: '-1d' }],
        }),
      ),
      /traffic\.t: key_x/,
    ],
    [
      'a group nobody knows',
      changed((s) => Object.assign(s['projects']![1]!, { groups: [{ group: 'group_x', added: '-1d' }] })),
      /projects\.web: group_x/,
    ],
    [
      'a certificate on nothing',
      changed((s) => Object.assign(s['certificates']![0]!, { activeIn: ['proj_x'] })),
      /certificates\.small: proj_x/,
    ],
    ['a role made twice', changed(({ roles }) => void roles!.push(roles![0]!)), /role_usage is used more than once/],
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

  it('has something of every family to look at', async () => {
    const { organization } = await openEmulator({}, readSeed(demoText));
    const projects = (await organization.projects.list()).data;
    const idOf = (wanted: string): string => projects.find(({ name }) => name === wanted)?.id ?? '';
    const groups = (await organization.groups.list()).data;
    expect(groups.filter(({ is_scim_managed }) => is_scim_managed).map(({ name }) => name)).toEqual([
      'okta-engineering',
    ]);
    expect((await organization.roles.list()).data.map(({ name }) => name)).toEqual(['Owner', 'Reader', 'Usage reader']);
    const prod = idOf('search-prod');
    expect((await organization.projects.roles.list(prod)).data.at(-1)?.name).toBe('Key rotator');
    expect((await organization.projects.groups.list(prod)).data).toHaveLength(2);
    expect((await organization.projects.modelPermissions.retrieve(prod)).mode).toBe('allow_list');
    expect((await organization.projects.rateLimits.listRateLimits(prod)).data).toHaveLength(4);
    expect((await organization.projects.spendAlerts.list(prod)).data).toHaveLength(2);
    expect((await organization.projects.hostedToolPermissions.retrieve(prod)).mcp.enabled).toBe(false);
    expect((await organization.spendLimit.retrieve()).threshold_amount).toBe(1_500_000);
    const billing = await organization.projects.retrieve(idOf('billing-prod'));
    expect((await organization.externalKeys.list()).data.map(({ id }) => id)).toEqual([billing.external_key_id]);
    expect((await organization.projects.certificates.list(billing.id)).data).toMatchObject([{ active: true }]);
    expect((await organization.externalStorage.list()).data).toMatchObject([{ status: 'validated' }]);
    const [provider] = (await organization.workloadIdentityProviders.list()).data;
    expect((await organization.workloadIdentityProviders.federationRules.list(provider!.id)).data).toHaveLength(1);
    expect((await organization.auditLogs.list({ tenant_only: true })).data.length).toBeGreaterThan(2);
  });

  it('has spent a few thousand dollars in the last thirty days, most of it on workdays', async () => {
    const { organization, sec } = await openEmulator({}, readSeed(demoText));
    const { data } = await organization.usage.costs({ start_time: sec(-30), limit: 31 });
    const days = data.map(({ start_time, results }) => ({
      weekday: new Date(start_time * 1000).getUTCDay(),
      usd: results.reduce((sum, row) => sum + ('amount' in row ? (row.amount?.value ?? 0) : 0), 0),
    }));
    const average = (wanted: readonly number[]): number => {
      const chosen = days.slice(0, -1).filter(({ weekday }) => wanted.includes(weekday));
      return chosen.reduce((sum, { usd }) => sum + usd, 0) / chosen.length;
    };
    expect(days.reduce((sum, { usd }) => sum + usd, 0)).toBeGreaterThan(3000);
    expect(average([1, 2, 3, 4, 5])).toBeGreaterThan(1.3 * average([0, 6]));
  });
});
