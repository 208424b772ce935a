import { expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { minuteMs } from '#domain/instant.ts';
import { refreshMirror } from '#workflow/refresh-mirror.ts';
import { openSmallHouse } from '../support/small-house.ts';

const rounds = 3;

async function mirrored() {
  const small = await openSmallHouse();
  for (let round = 0; round < rounds; round += 1) {
    await refreshMirror(small.house);
    small.clock.forward(3 * minuteMs);
  }
  return small;
}

test('a round asks each endpoint once, so that a person’s work always finds room under the limit', async () => {
  const { vendor } = await mirrored();
  const asked = Map.groupBy(vendor.reads, ({ endpoint }) => endpoint);
  expect([...asked.keys()].toSorted()).toEqual([
    'GET /organization/admin_api_keys',
    'GET /organization/groups',
    'GET /organization/projects',
    'GET /organization/projects/{project_id}/api_keys',
    'GET /organization/projects/{project_id}/model_permissions',
    'GET /organization/projects/{project_id}/rate_limits',
    'GET /organization/projects/{project_id}/service_accounts',
    'GET /organization/projects/{project_id}/spend_limit',
    'GET /organization/roles',
    'GET /organization/users',
    'GET /projects/{project_id}/roles',
  ]);
  for (const calls of asked.values()) expect(calls).toHaveLength(rounds);
});

test('every project has its turn with each kind of list', async () => {
  const { store, vendor } = await mirrored();
  const known = (await store.read.directory.projects()).items.map(({ id }) => id).toSorted();
  const asked = Map.groupBy(
    vendor.reads.filter(({ params }) => params['project_id'] !== undefined),
    ({ endpoint }) => endpoint,
  );
  expect(known.length).toBeGreaterThan(1);
  expect(known.length).toBeLessThanOrEqual(rounds);
  for (const calls of asked.values())
    expect(new Set(calls.map(({ params }) => params['project_id']))).toEqual(new Set(known));
});

test('a list that cannot be read leaves the others their turn', async () => {
  const { house, vendor, store } = await openSmallHouse();
  vendor.brokenRead = ({ endpoint }) =>
    endpoint === 'GET /organization/users' ? new Fault('openai.forbidden', 'Not allowed.') : null;
  await refreshMirror(house);
  const names = (await store.read.directory.ages()).map(({ name }) => name);
  expect(names).toContain('projects');
  expect(names).not.toContain('users');
  expect(names.filter((name) => name.includes('service_accounts'))).toHaveLength(1);
});
