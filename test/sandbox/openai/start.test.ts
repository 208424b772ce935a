import { describe, expect, it, vi } from 'vitest';

import type { Board } from '#sandbox/openai/board.ts';
import { openEmulator } from './open-emulator.ts';
import { ids } from './small-seed.ts';

describe('the OpenAI emulator', () => {
  it('listens on this machine only', async () => {
    const { emulator } = await openEmulator();
    expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
  });

  it('goes back to the seed, with the same admin key and the behaviour of the start', async () => {
    const { emulator, organization, call } = await openEmulator();
    const before = emulator.board();
    await organization.projects.archive(ids.web);
    await organization.adminAPIKeys.delete(ids.otherAdminKey);
    emulator.behaviour.serviceAccountKeyDeletion = 'refused';
    emulator.reset();
    const after = emulator.board();
    expect(withoutEventIds(after)).toEqual(withoutEventIds(before));
    expect(emulator.calls()).toEqual([]);
    expect(emulator.behaviour.serviceAccountKeyDeletion).toBe('allowed');
    expect((await call('GET', '/organization/projects')).status).toBe(200);
  });

  it('shows the organization beside the workspace', async () => {
    const { emulator, organization, clock } = await openEmulator();
    const created = await organization.projects.serviceAccounts.create(ids.web, { name: 'ci', expires_in_seconds: 60 });
    const board = emulator.board();
    expect(board.projects.map(({ name, archived }) => [name, archived])).toEqual([
      ['Default project', false],
      ['old', true],
      ['web', false],
    ]);
    const keys = board.projects.find(({ id }) => id === ids.web)?.keys ?? [];
    expect(keys[0]).toEqual({
      id: created.api_key?.id,
      name: 'Secret Key',
      redacted: expect.stringMatching(/^sk-svcacct-\w{3}\.\.\.\w{4}$/),
      owner: 'service account:ci',
      createdAtMs: clock.nowMs(),
      lastUsedAtMs: null,
      expiresAtMs: clock.nowMs() + 60_000,
    });
    expect(keys.map(({ owner }) => owner)).toContain('user:lin@small.example');
    expect(board.users.map(({ email }) => email)).toEqual([
      'ada@small.example',
      'lin@small.example',
      'cy@small.example',
    ]);
    expect(board.adminKeys.filter(({ isBots }) => isBots).map(({ name }) => name)).toEqual(['bot']);
    expect(board.auditLog[0]).toMatchObject({ type: 'api_key.created', actor: 'admin key bot', subject: 'Secret Key' });
    expect(board.calls).toEqual([
      {
        atMs: clock.nowMs(),
        method: 'POST',
        path: `/organization/projects/${ids.web}/service_accounts`,
        status: 200,
      },
    ]);
  });

  it('marks a key as used', async () => {
    const { emulator, organization, clock, sec } = await openEmulator();
    emulator.useKey(ids.workerKey, clock.nowMs());
    const key = await organization.projects.apiKeys.retrieve(ids.workerKey, { project_id: ids.web });
    expect(key.last_used_at).toBe(sec(0));
    expect(() => emulator.useKey('key_nope', 0)).toThrow('key_nope');
  });

  it('names what an event was done to, of every family', async () => {
    const { emulator, organization } = await openEmulator();
    const subject = (): string | undefined => emulator.board().auditLog[0]?.subject;
    await organization.groups.update(ids.ownGroup, { name: 'ours' });
    expect(subject()).toBe('ours');
    await organization.roles.update(ids.usageRole, { role_name: 'Usage watcher' });
    expect(subject()).toBe('Usage watcher');
    await organization.certificates.update(ids.certificate, { name: 'root' });
    expect(subject()).toBe('root');
  });

  it('lets a key be used, also one that was just made', async () => {
    const { emulator, organization, clock, sec } = await openEmulator();
    const { keyId } = emulator.backdoor.createServiceAccountKey({ projectId: ids.web, name: 'shadow' });
    const fromMs = clock.nowMs() - 2 * 3_600_000;
    emulator.addTraffic({ keyId, requestsPerHour: 100, fromMs, untilMs: fromMs + 3_600_000 });
    const query = { start_time: sec(-1), api_key_ids: [keyId], group_by: ['user_id' as const] };
    const { data } = await organization.usage.completions(query);
    const rows = data.flatMap(({ results }) => results);
    expect(rows).toMatchObject([{ num_model_requests: 100, user_id: expect.stringMatching(/^user-/) }]);
    expect(() => emulator.addTraffic({ keyId: 'key_nope', requestsPerHour: 1, fromMs })).toThrow('key_nope');
  });

  it('tells its listeners of every call and every change, until they leave', async () => {
    const { emulator, call } = await openEmulator();
    const listener = vi.fn();
    const leave = emulator.subscribe(listener);
    await call('GET', '/organization/projects');
    emulator.useKey(ids.workerKey, 0);
    emulator.addTraffic({ keyId: ids.workerKey, requestsPerHour: 1, fromMs: 0 });
    emulator.backdoor.deleteKey(ids.linKey);
    emulator.reset();
    expect(listener).toHaveBeenCalledTimes(5);
    leave();
    emulator.reset();
    expect(listener).toHaveBeenCalledTimes(5);
  });
});

/** Seeded events get new ids each time, as nothing refers to them. */
function withoutEventIds(board: Board): Board {
  return { ...board, auditLog: board.auditLog.map((event) => ({ ...event, id: '' })) };
}
