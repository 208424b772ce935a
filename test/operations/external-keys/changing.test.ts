import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { bindJson } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { clouds, type Cloud, registrations } from './registrations.ts';
import { externalKeyOnWire, projects, ref } from './wire.ts';

const register = (cloud: Cloud, more: object = {}) => ({
  operation: `external-keys.register-${cloud}`,
  input: { ...registrations[cloud], ...more },
  answers: { keys: listOnWire(externalKeyOnWire('billing')) },
});
const withKey = (verb: 'remove' | 'validate', more: Readonly<Record<string, unknown>> = {}) => ({
  operation: `external-keys.${verb}`,
  input: { key: ref('billing') },
  answers: { key: externalKeyOnWire('billing', more), projects },
});

describe.each(clouds)('a key registered in %s', (cloud) => {
  const plan = planOf(register(cloud));
  const body = plan.steps[0]?.call.body ?? {};

  test('says every setting, and is found again by its name', () => {
    expect(body).toMatchObject({ type: cloud, name: 'search' });
    const settings = Object.entries(registrations[cloud]).filter(
      ([field, value]) => value !== null && field !== 'purpose' && field !== 'name',
    );
    const said = plan.changes.map(({ after }) => after);
    for (const [, value] of settings) expect(said).toContain(value);
    expect(plan.steps[0]?.proof).toMatchObject({ by: 'listed', where: { name: 'search', type: cloud } });
  });

  test('is undone by removing what was made', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'external-keys.remove' });
    const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { register: { id: 'extkey_new' } } };
    expect(bindJson(plan.inverse.input ?? {}, bindings)).toEqual({ key: { id: 'extkey_new', name: 'search' } });
  });

  test('can be asked for again from what OpenAI tells of it', () => {
    const key = { ...externalKeyOnWire('search'), ...body };
    const { inverse } = planOf({
      operation: 'external-keys.remove',
      input: { key: ref('search') },
      answers: { key, projects },
    });
    expect(inverse).toMatchObject({ verdict: 'recreate', operation: `external-keys.register-${cloud}` });
    const again = findOperation(inverse.operation ?? '')?.parseInput(inverse.input ?? {});
    const purpose = registrations[cloud].purpose ?? 'ekm';
    expect(again?.success && again.data).toEqual({ ...registrations[cloud], purpose });
  });

  test('needs a name of its own', () => {
    expect(refusalOf(register(cloud, { name: 'Billing' })).code).toBe('external-keys.taken');
  });
});

test.each(['gcp', 'azure', 'oci'] as const)('a version in %s needs its purpose', (cloud) => {
  expect(refusalOf(register(cloud, { version: '7', purpose: null })).code).toBe('external-keys.version');
  expect(planOf(register(cloud, { version: '7', purpose: 'psp_decryption' })).steps).toHaveLength(1);
});

test.each([
  ['aws', { roleArn: 'openai' }],
  ['azure', { key: 'billing' }],
  ['oci', { vault: 'vault' }],
  ['gcp', { projectNumber: 'acme' }],
] as const)('%s does not take %o', (cloud, wrong) => {
  const operation = findOperation(`external-keys.register-${cloud}`);
  expect(operation?.parseInput({ ...registrations[cloud], ...wrong }).success).toBe(false);
});

describe('an external key that is removed', () => {
  test('is critical and gone from OpenAI', () => {
    const plan = planOf(withKey('remove'));
    expect(plan).toMatchObject({ tier: 'critical', steps: [{ effect: 'delete', proof: { by: 'gone' } }] });
    expect(plan.warnings).toEqual([]);
  });

  test.each([
    [{ api_project_ids: ['proj_search_dev', 'proj_hackweek'] }, 'protects the data of search-dev.'],
    [{ api_project_ids: ['proj_new'] }, 'protects the data of proj_new.'],
    [{ workspace_id: 'ws_1' }, 'workspace ws_1'],
  ])('must not be used: %o', (more, says) => {
    const refusal = refusalOf(withKey('remove', more));
    expect(refusal.code).toBe('external-keys.used');
    expect(refusal.what).toContain(says);
  });

  test('that only archived projects used leaves their data unreadable', () => {
    const { warnings } = planOf(withKey('remove', { api_project_ids: ['proj_hackweek'] }));
    expect(warnings.join(' ')).toContain('hackweek');
  });

  test('of a cloud that is new to us cannot be made again here', () => {
    const { inverse } = planOf(withKey('remove', { type: 'vercel' }));
    expect(inverse).toMatchObject({ verdict: 'none', operation: null, input: null });
  });
});

describe('an external key that is validated', () => {
  const plan = planOf(withKey('validate'));

  test('is asked about once, and nothing is there to undo', () => {
    expect(plan.steps.map(({ call }) => [call.endpoint, call.body])).toEqual([
      ['POST /organization/external_keys/{external_key_id}/validate', null],
    ]);
    expect(plan).toMatchObject({ tier: 'routine', inverse: { verdict: 'none', operation: null } });
  });

  test('counts as asked whatever the cloud says, because a key does not remember it', () => {
    expect(plan.steps[0]?.proof).toMatchObject({ by: 'equals', where: { id: 'extkey_billing' } });
  });
});

test.each(['show', 'remove', 'validate'])('%s of a key that is gone is refused', (verb) => {
  const given = {
    operation: `external-keys.${verb}`,
    input: { key: ref('billing') },
    answers: { key: null, projects },
  };
  expect(refusalOf(given).code).toBe('external-keys.gone');
});
