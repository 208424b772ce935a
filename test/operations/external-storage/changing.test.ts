import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { judge } from '#operations/judge.ts';
import { bindJson } from '#operations/template.ts';
import { isJsonObject, type JsonObject } from '#domain/json.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { type Cloud, clouds, registrations } from './registrations.ts';
import { ref, retentionOnWire, storageOnWire } from './wire.ts';

const project = projectOnWire();

const register = (cloud: Cloud, listed: readonly unknown[] = []) => ({
  operation: `external-storage.register-${cloud}`,
  input: registrations[cloud],
  answers: { project, storages: listOnWire(...listed), retention: retentionOnWire },
});

const remove = (storage: JsonObject, more: object = {}) => ({
  operation: 'external-storage.remove',
  input: { storage: ref('acme-search') },
  answers: { storage, project, storages: listOnWire(storage), retention: retentionOnWire, ...more },
});

describe.each(clouds)('a bucket connected in %s', (cloud) => {
  const plan = planOf(register(cloud));
  const body = plan.steps[0]?.call.body ?? {};
  const provider = isJsonObject(body['provider']) ? body['provider'] : {};

  test('says every setting, and is found again by all of them', () => {
    expect(body).toMatchObject({ project_id: searchDev.id, provider: { type: cloud } });
    const { project: _, ...settings } = registrations[cloud];
    expect(new Set(plan.changes.map(({ after }) => after))).toEqual(new Set(Object.values(settings)));
    const proof = plan.steps[0]?.proof;
    const listed = (more: object) => ({ data: [storageOnWire('acme-search', { provider: { ...provider, ...more } })] });
    const found = (more: object) => (proof?.by === 'listed' ? judge('listed', proof.where, listed(more)).kind : null);
    expect(found({ account_id: '000000000000' })).toBe('applied');
    for (const wire of Object.keys(provider)) expect(found({ [wire]: 'another' })).toBe('absent');
  });

  test('can be asked for again from what OpenAI tells of it', () => {
    const storage = storageOnWire('acme-search', { provider: { ...provider, region: 'eu-frankfurt-1' } });
    const { inverse } = planOf(remove(storage));
    expect(inverse).toMatchObject({ verdict: 'recreate', operation: `external-storage.register-${cloud}` });
    const again = findOperation(inverse.operation ?? '')?.parseInput(inverse.input ?? {});
    expect(again?.success && again.data).toEqual(registrations[cloud]);
  });

  test('is not connected twice', () => {
    const storage = storageOnWire('acme-search', { provider });
    expect(refusalOf(register(cloud, [storage]))).toMatchObject({
      code: 'external-storage.same',
      next: { operation: 'external-storage.show' },
    });
  });
});

test('a project with another bucket of the same name in another cloud can have a second one', () => {
  const other = storageOnWire('acme-search', { provider: { type: 'oci', bucket: 'acme-search' } });
  expect(planOf(register('aws', [other])).holds).toBe('also connected: acme-search');
});

test('a new connection is destructive, warns who can read the data, and is undone in part', () => {
  const plan = planOf(register('aws'));
  expect(plan).toMatchObject({ tier: 'destructive', project: searchDev, inverse: { verdict: 'partial' } });
  expect(plan.warnings[0]).toContain('whoever can read the bucket can read the data');
  expect(plan.facts).toMatchObject([{ label: 'Data retention', value: 'zero data retention' }]);
  const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { register: { id: 'extstorage_new' } } };
  expect(bindJson(plan.inverse.input ?? {}, bindings)).toEqual({
    storage: { id: 'extstorage_new', name: 'acme-search' },
  });
});

test('nothing is connected with an archived project', () => {
  const operation = findOperation('external-storage.register-aws');
  const asked = { input: registrations.aws, now: NOON } as never;
  const archived = { ...searchDev, status: 'archived', createdAt: 0 };
  expect(operation?.need(asked, { project: archived })).toMatchObject({ code: 'external-storage.archived' });
});

describe('a bucket that is disconnected', () => {
  const storage = storageOnWire('acme-search');

  test('as the last one takes the retention along', () => {
    const plan = planOf(remove(storage));
    expect(plan.warnings.join(' ')).toContain('data retention falls back');
    expect(plan.inverse.sentence).toContain('data retention set to zero data retention');
    expect(plan.before).toMatchObject({ retention: 'zero_data_retention' });
  });

  test('beside another one does not', () => {
    const plan = planOf(remove(storage, { storages: listOnWire(storage, storageOnWire('acme-old')) }));
    expect(plan.warnings).toEqual([]);
    expect(plan.inverse.sentence).not.toContain('retention');
  });

  test('loses nothing in the bucket, and its state does not make a request stale', () => {
    const plan = planOf(remove(storage));
    expect(plan.holds).toContain('nothing in the bucket is deleted');
    expect(planOf(remove({ ...storage, status: 'unhealthy' })).guards).toEqual(plan.guards);
  });

  test('of an archived project is disconnected without asking for its retention', () => {
    const { retention: _, ...answers } = remove(storage).answers;
    const archived = { ...answers, project: projectOnWire({ status: 'archived' }) };
    expect(planOf({ ...remove(storage), answers: archived }).steps).toHaveLength(1);
  });

  test('of a cloud that is new to us cannot be connected again here', () => {
    const strange = storageOnWire('acme-search', { provider: { type: 'vercel', bucket: 'acme-search' } });
    expect(planOf(remove(strange)).inverse).toMatchObject({ verdict: 'none', operation: null, input: null });
  });
});

test('a bucket that is validated is asked about once, and any state may be what was found', () => {
  const storage = storageOnWire('acme-search', { status: 'pending' });
  const input = { storage: ref('acme-search') };
  const plan = planOf({ operation: 'external-storage.validate', input, answers: { storage, project } });
  expect(plan).toMatchObject({
    tier: 'routine',
    changes: [{ before: 'pending' }],
    steps: [{ call: { body: null }, proof: { by: 'equals', where: { id: 'extstorage_acme-search' } } }],
    inverse: { verdict: 'none', operation: null },
  });
});

test.each(['show', 'remove', 'validate'])('%s of a connection that is gone is refused', (verb) => {
  const answers = verb === 'show' ? { storage: null, projects: { asOf: null, items: [] } } : { storage: null };
  const given = { operation: `external-storage.${verb}`, input: { storage: ref('gone') }, answers };
  expect(refusalOf(given).code).toBe('external-storage.gone');
});
