import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Json, JsonObject } from '#domain/json.ts';
import { Secret } from '#domain/secret.ts';
import { call } from '#operations/call.ts';
import type { Endpoint } from '#operations/endpoint.ts';
import { readSeed } from '#sandbox/openai/seed.ts';
import { type OpenAiEmulatorOptions, startOpenAiEmulator } from '#sandbox/openai/start.ts';
import { context } from './support/fixtures.ts';
import { openTestVendor } from './support/mock-vendor.ts';

const seed = readSeed(readFileSync(new URL('../../data/sandbox/organization.json', import.meta.url), 'utf8'));
const inProject = { project_id: seed.projects.find(({ name }) => name === 'search-dev')?.id ?? '' };
const accounts = '/organization/projects/{project_id}/service_accounts';

const all = { pages: 'all', absent: 'fault', context } as const;
const maybe = { pages: 'one', absent: 'null', context } as const;
const change = { secretAt: null, context } as const;

async function open(behaviour: OpenAiEmulatorOptions['behaviour'] = { rateLimit: null }) {
  const emulator = await startOpenAiEmulator({ nowMs: () => 1_760_000_000_000, seed, behaviour });
  onTestFinished(() => emulator.close());
  return { emulator, ...openTestVendor({ baseUrl: emulator.url, adminKey: new Secret(emulator.adminKey) }) };
}

const idOf = (answer: Json): string => (answer as { readonly id: string }).id;
const itemsOf = (list: Json): readonly JsonObject[] => (list as { readonly data: readonly JsonObject[] }).data;

describe('against the emulated organization', () => {
  it('reads every list that is declared, page by page', async () => {
    const { vendor, emulator } = await open();
    const one = call('GET /organization/projects/{project_id}/api_keys', { params: inProject, query: { limit: 1 } });
    const keys = itemsOf(await vendor.read(one, all));
    expect(keys.length).toBeGreaterThan(3);
    expect(emulator.calls()).toHaveLength(keys.length);
    const rest: readonly Endpoint[] = [
      'GET /organization/admin_api_keys',
      'GET /organization/audit_logs',
      'GET /organization/projects',
      'GET /organization/users',
      'GET /organization/projects/{project_id}/users',
      `GET ${accounts}`,
    ];
    for (const endpoint of rest)
      expect(itemsOf(await vendor.read(call(endpoint, { params: inProject }), all)).length).toBeGreaterThan(0);
  });

  it('finds its own key in the list of admin keys', async () => {
    const { vendor } = await open();
    const keys = itemsOf(await vendor.read(call('GET /organization/admin_api_keys'), all));
    const own = keys.filter((key) => vendor.isOwnKey(key['redacted_value'] as string));
    expect(own.map((key) => key['id'])).toEqual(seed.adminKeys.filter((key) => key.isBots).map((key) => key.id));
  });

  it('makes an account and its key, shows the key once, and takes both away', async () => {
    const { vendor, emulator, exchanges, log } = await open();
    const account = await vendor.perform(
      call(`POST ${accounts}`, { params: inProject, body: { name: 'nightly', create_service_account_only: true } }),
      change,
    );
    const params = { ...inProject, service_account_id: account.kind === 'applied' ? idOf(account.answer) : '' };
    const key = await vendor.perform(
      call(`POST ${accounts}/{service_account_id}/api_keys`, { params, body: { name: 'nightly' } }),
      { secretAt: ['value'], context },
    );
    const value = key.kind === 'applied' ? (key.secrets[0]?.reveal() ?? '') : '';
    expect(value).toMatch(/^sk-/);
    expect(JSON.stringify([key, exchanges, log.lines])).not.toContain(value);
    expect(await vendor.perform(call(`DELETE ${accounts}/{service_account_id}`, { params }), change)).toMatchObject({
      kind: 'applied',
    });
    expect(await vendor.perform(call(`DELETE ${accounts}/{service_account_id}`, { params }), change)).toMatchObject({
      kind: 'not-applied',
      code: 'not_found',
    });
    expect(await vendor.read(call(`GET ${accounts}/{service_account_id}`, { params }), maybe)).toBeNull();
    expect(emulator.calls().map(({ method, status }) => [method, status])).toEqual([
      ['POST', 200],
      ['POST', 200],
      ['DELETE', 200],
      ['DELETE', 404],
      ['GET', 404],
    ]);
  });

  it.each(['drop_before', 'drop_after', 'truncate', 'not_json', 'status_500', 'status_503'] as const)(
    'does not know what became of a change that meets %s, and asks once',
    async (fault) => {
      const { vendor, emulator } = await open();
      emulator.failNext({ method: 'POST', pathPattern: accounts, fault });
      const request = call(`POST ${accounts}`, {
        params: inProject,
        body: { name: 'nightly', create_service_account_only: true },
      });
      expect(await vendor.perform(request, change)).toMatchObject({ kind: 'unknown' });
      expect(emulator.calls()).toHaveLength(1);
    },
  );

  it.each(['retry_after', 'in_message', 'silent'] as const)('understands a 429 that is %s', async (rateLimitAnswer) => {
    const { vendor, emulator } = await open({ rateLimit: { callsPerMinute: 6, burst: 1 }, rateLimitAnswer });
    const request = call(`POST ${accounts}`, {
      params: inProject,
      body: { name: 'nightly', create_service_account_only: true },
    });
    await vendor.perform(request, change);
    const outcome = await vendor.perform(request, change);
    expect(outcome).toMatchObject({ kind: 'throttled', retryAfterMs: rateLimitAnswer === 'silent' ? 60_000 : 10_000 });
    expect(emulator.calls()).toHaveLength(2);
  });

  it('is told what to do when the key is not known', async () => {
    const { emulator } = await open();
    const { vendor } = openTestVendor({ baseUrl: emulator.url });
    await expect(vendor.read(call('GET /organization/users'), all)).rejects.toMatchObject({
      code: 'openai.forbidden',
      message: expect.stringContaining('OPENAI_ADMIN_KEY') as string,
    });
  });
});
