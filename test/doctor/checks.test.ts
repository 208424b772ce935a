import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checks } from '#doctor/catalogue.ts';
import type { Patient } from '#doctor/check.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import { Fault } from '#domain/fault.ts';
import { openStore } from '#storage/open-store.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import type { Reach } from '#workflow/ports/workspace.ts';
import { healthy, healthyAnswers, NOW, ownKey, vendorOf, workspace } from './healthy.ts';

async function run(id: string, patient: Patient) {
  const check = checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`There is no check ${id}`);
  return check.run(patient);
}

const channel = (change: object): Patient['workspace'] => ({
  ...workspace,
  channel: async () => ({
    kind: 'seen',
    isMember: true,
    isPrivate: true,
    isShared: false,
    isArchived: false,
    ...change,
  }),
});
const identity = (change: object): Patient['workspace'] => ({
  ...workspace,
  identity: async () => ({ teamId: 'T0ACME0001', scopes: ['commands', 'chat:write'], dateMs: NOW, ...change }),
});
const hidingTheTenant: Vendor['read'] = async ({ query }) => {
  if (query['tenant_only'] === true) throw new Fault('openai.forbidden', 'No.');
  return { data: [{ id: 'audit_log-1' }] };
};
const reached = (reach: Reach): Patient['workspace'] => ({ ...workspace, reach: async () => reach });
const adminKeys = (...data: readonly object[]) =>
  vendorOf({ ...healthyAnswers, 'GET /organization/admin_api_keys': { data } as never });
const { policy: sound } = healthy();
if (sound.kind !== 'policy') throw new Error('A healthy installation has a policy');
const critical = { ...sound.policy.safeguards.critical, stepUp: 'code' } as const;
const askingForCodes: Patient['policy'] = {
  kind: 'policy',
  policy: { ...sound.policy, safeguards: { ...sound.policy.safeguards, critical } },
};
const forbidden = new Fault('openai.forbidden', 'OpenAI refused the admin key.');

const zoe = {
  person: personId('openai:user-zoe'),
  name: 'Zoe Stone',
  accounts: [{ slackId: slackUserId('U0ZOE00001'), email: 'zoe@acme.example' }],
  openaiId: 'user-zoe',
  openaiEmail: 'zoe@acme.example',
  unit: null,
  state: 'bound',
  why: '',
  since: NOW,
  requestId: 'request',
} as const;

describe('the doctor', () => {
  it('lists every check that has a file', () => {
    const files = readdirSync('src/doctor/checks').map((file) => file.replace('.ts', ''));
    expect(checks.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });

  it('finds nothing wrong where nothing is', async () => {
    for (const check of checks.filter(({ id }) => id !== 'database')) {
      expect(await check.run(healthy()), check.id).toMatchObject({ state: 'ok' });
    }
  });

  it.each([
    ['runtime', 'an old Node', { node: { version: '20.20.2', napi: 9 } }, 'fail', /Node 20/],
    ['runtime', 'an old SQLite', { sqliteVersion: '3.52.9' }, 'fail', /SQLite 3.52.9/],
    ['coverage', 'a group that is too small', { shortages: ['approvers: 1 person'] }, 'warn', /approvers: 1 person/],
    [
      'rollout',
      'too few people enrolled',
      { rollout: { says: 'keys.*', enrolled: 1 } },
      'warn',
      /keys\.\*.*one person has enrolled/,
    ],
    [
      'desk',
      'somebody of the desk without a passkey',
      { withPasskey: new Set<never>() },
      'warn',
      /Sam Okafor, Bea Lindqvist/,
    ],
    [
      'people',
      'somebody who is suspended',
      { bound: [{ ...zoe, state: 'suspended' }] },
      'warn',
      /Zoe Stone is suspended/,
    ],
    [
      'people',
      'somebody whom the file names otherwise',
      { bound: [{ ...zoe, openaiEmail: 'BEA@acme.example' }] },
      'warn',
      /differ about Zoe Stone; the file wins/,
    ],
    ['disk', 'a full disk', { freeDiskBytes: 1024 }, 'fail', /0 MiB/],
    ['disk', 'a disk that fills', { freeDiskBytes: 200 * 1024 ** 2 }, 'warn', /200 MiB/],
    [
      'policy',
      'a policy that cannot be used',
      { policy: { kind: 'problems', lines: ['policy.yml:3:1 …'] } },
      'fail',
      /policy.yml:3:1/,
    ],
    [
      'slack-token',
      'a wrong token',
      { workspace: { ...workspace, identity: async () => ({ error: 'invalid_auth' }) } },
      'fail',
      /invalid_auth/,
    ],
    ['slack-token', 'a missing scope', { neededScopes: ['commands', 'users:read'] }, 'fail', /users:read/],
    ['slack-token', 'a scope too many', { neededScopes: ['commands'] }, 'warn', /chat:write/],
    ['channels', 'a channel the bot is not in', { workspace: channel({ isMember: false }) }, 'fail', /not in the/],
    ['channels', 'a channel that is shared outside', { workspace: channel({ isShared: true }) }, 'fail', /shared/],
    [
      'reach',
      'an address that nobody answers at',
      { workspace: reached({ kind: 'unreached', how: 'HTTP', why: 'It answers 502.' }) },
      'fail',
      /502/,
    ],
    ['reach', 'an address that nobody has named', { workspace: reached({ kind: 'unasked' }) }, 'warn', /address/],
    ['channels', 'an archived channel', { workspace: channel({ isArchived: true }) }, 'fail', /archived/],
    ['channels', 'a public channel', { workspace: channel({ isPrivate: false }) }, 'warn', /public/],
    ['clock', 'a clock that is ahead', { workspace: identity({ dateMs: NOW - 60_000 }) }, 'fail', /ahead of/],
    [
      'clock',
      'a clock that is ahead of OpenAI’s',
      { vendor: { ...vendorOf(healthyAnswers), clockAheadMs: (): number => 90_000 } },
      'fail',
      /ahead of OpenAI/,
    ],
    ['clock', 'a clock that is behind', { workspace: identity({ dateMs: NOW + 60_000 }) }, 'fail', /behind/],
    [
      'admin-key',
      'a key that never ends',
      { vendor: adminKeys({ ...ownKey, expires_at: null }) },
      'warn',
      /never ends/,
    ],
    [
      'admin-key',
      'a key that ends soon',
      { vendor: adminKeys({ ...ownKey, expires_at: NOW / 1000 + 86_400 }) },
      'warn',
      /ends in/,
    ],
    [
      'admin-key',
      'a key that cannot be told from another',
      { vendor: adminKeys(ownKey, { ...ownKey, id: 'key_twin' }) },
      'fail',
      /which admin key is ours/,
    ],
    [
      'admin-key',
      'a key OpenAI refuses',
      { vendor: vendorOf({ 'GET /organization/admin_api_keys': forbidden }) },
      'fail',
      /refused/,
    ],
    [
      'permissions',
      'a key that may not read groups',
      { vendor: vendorOf({ 'GET /organization/groups': forbidden }) },
      'warn',
      /groups/,
    ],
    [
      'audit-log',
      'an audit log that is off',
      { vendor: vendorOf({ 'GET /organization/audit_logs': forbidden }) },
      'fail',
      /cannot be read/,
    ],
    ['audit-log', 'an empty audit log', { vendor: vendorOf({}) }, 'warn', /nothing of the last 30 days/],
    [
      'audit-log',
      'a tenant’s log that is not shown',
      { vendor: { ...vendorOf(healthyAnswers), read: hidingTheTenant } },
      'warn',
      /admin keys are made/,
    ],
    [
      'keys',
      'one-time codes that nothing could seal',
      { hasSealKey: false, policy: askingForCodes },
      'fail',
      /no key to seal/,
    ],
    ['egress', 'another host', { hosts: ['slack.com', 'proxy.example'] }, 'warn', /proxy.example/],
    ['running', 'a bot that is not running', { ready: null }, 'warn', /does not answer/],
    [
      'running',
      'a bot that is not ready',
      { ready: { ok: false, detail: 'Running, but not ready.' } },
      'warn',
      /not ready/,
    ],
  ] as const)('%s: says %s', async (...[id, , change, state, says]) => {
    const checked = await run(id, healthy(change));
    expect(checked).toMatchObject({ state, says: expect.stringMatching(says) });
    expect(checked).toHaveProperty('fix', expect.stringMatching(/\w/));
  });

  describe('step-up', () => {
    const on = async (
      stepUp: 'code' | 'passkey',
      enrolled: { passkeys?: readonly string[]; seeds?: readonly string[] },
    ) => {
      const safeguards = { ...sound.policy.safeguards, critical: { ...critical, stepUp } };
      const rows = (people: readonly string[] = []) => people.map((person) => ({ person }));
      const memory = {
        stepUp: { passkeys: async () => rows(enrolled.passkeys), seeds: async () => rows(enrolled.seeds) },
        groups: { seen: async () => null },
      } as unknown as Patient['memory'];
      return run('step-up', healthy({ policy: { kind: 'policy', policy: { ...sound.policy, safeguards } }, memory }));
    };

    it('names who could not approve, and how they come to enrol', async () => {
      const checked = await on('code', { passkeys: ['bea'], seeds: ['omar'] });
      expect(checked).toMatchObject({
        state: 'warn',
        says: expect.stringMatching(
          /^Sam Okafor .*cannot approve critical requests without a passkey or one-time codes\.$/,
        ),
        fix: expect.stringContaining('/openai step-up enrol'),
      });
    });

    it('fails where too few could ever approve, and counts no code for a passkey', async () => {
      const checked = await on('passkey', { passkeys: ['bea'], seeds: ['omar'] });
      expect(checked).toMatchObject({
        state: 'fail',
        stops: 'critical',
        says: expect.stringMatching(
          /^Too few have enrolled: Omar Haddad .*cannot approve critical requests without a passkey\.$/,
        ),
      });
    });

    it('is content where everybody has enrolled', async () => {
      const everybody = Object.keys(sound.policy.people);
      expect(await on('code', { seeds: everybody })).toMatchObject({ state: 'ok' });
    });
  });

  it('proves the database and its audit chain', async () => {
    const store = await openStore({ url: 'sqlite::memory:' });
    const patient = healthy({
      store: { checkIntegrity: () => store.checkIntegrity(), verifyAudit: () => verifyAudit(store.read.audit) },
    });
    expect(await run('database', patient)).toMatchObject({ state: 'ok' });
    await store.close();
  });
});
