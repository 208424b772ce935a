import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { findOperation } from '#operations/catalogue.ts';
import { projectRetentions } from '#operations/objects/retention.ts';
import { searchDev } from '../erin-asks.ts';
import { factOf, planOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { projectOnWire } from '../wire.ts';

const onWire = (type: string) => ({ object: 'data_retention', type });

/** A project that follows the organization, unless said otherwise. */
const ofProject = (
  control: string,
  own = 'organization_default',
  organization: string | null = 'modified_abuse_monitoring',
) => ({
  operation: 'retention.set',
  input: { project: searchDev, control },
  answers: {
    project: projectOnWire(),
    own: onWire(own),
    organization: organization === null ? null : onWire(organization),
  },
});
const ofOrganization = (control: string, before: string | null) => ({
  operation: 'retention.set-organization',
  input: { control },
  answers: { organization: before === null ? null : onWire(before) },
});

describe('the data retention of a project', () => {
  const plan = planOf(ofProject('zero-data-retention'));

  test('is sent under one name and read back under another', () => {
    expect(plan.steps[0]?.call).toMatchObject({
      endpoint: 'POST /organization/projects/{project_id}/data_retention',
      body: { retention_type: 'zero_data_retention' },
    });
    expect(plan.steps[0]?.proof).toMatchObject({ by: 'equals', where: { type: 'zero_data_retention' } });
    expect(plan.tier).toBe('critical');
  });

  test('is shown with what it follows', () => {
    expect(plan.changes).toEqual([
      {
        label: 'Data retention',
        before: 'as the organization (modified abuse monitoring)',
        after: 'zero data retention',
      },
    ]);
    const back = planOf(ofProject('organization-default', 'none', null));
    expect(back.changes[0]).toMatchObject({
      before: 'no control of its own',
      after: 'as the organization (no control)',
    });
  });

  test.each(projectRetentions.filter((value) => value !== 'zero_data_retention'))('comes back exactly: %s', (own) => {
    const { inverse } = planOf(ofProject('zero-data-retention', own));
    const parsed = findOperation('retention.set')?.parseInput(inverse.input ?? {});
    if (parsed?.success !== true) throw new Error('The inverse is no input');
    const back = planOf({ ...ofProject('none', 'zero_data_retention'), input: parsed.data });
    expect(inverse.verdict).toBe('exact');
    expect(inverse.sentence).toContain('not of the data');
    expect(back.steps[0]?.call.body).toEqual({ retention_type: own });
  });

  test('that is new to us cannot be put back', () => {
    expect(planOf(ofProject('none', 'quantum_retention')).inverse).toMatchObject({
      verdict: 'none',
      operation: null,
      input: null,
    });
  });

  test.each([
    ['stops being kept', ofProject('zero-data-retention'), /^OpenAI stops keeping what search-dev sends/],
    ['begins to be kept', ofProject('none', 'zero_data_retention'), /^OpenAI begins to keep what search-dev sends/],
    ['is kept otherwise', ofProject('none'), /^What OpenAI keeps .* changes from then on\.$/],
  ])('is warned of when data %s', (_, given, warning) => {
    expect(planOf(given).warnings).toEqual([expect.stringMatching(warning)]);
  });

  test('is not warned of when the same holds in the end', () => {
    expect(planOf(ofProject('modified-abuse-monitoring')).warnings).toEqual([]);
  });

  test('stands on its own setting and on the one it may follow', () => {
    const guards = (...more: [string?, (string | null)?]) =>
      canonicalJson(planOf(ofProject('zero-data-retention', ...more)).guards);
    expect(guards()).toBe(canonicalJson(plan.guards));
    expect(guards('none')).not.toBe(guards());
    expect(guards('organization_default', null)).not.toBe(guards());
  });
});

describe('the data retention of the organization', () => {
  test('is set for everybody, by two', () => {
    const plan = planOf(ofOrganization('zero-data-retention', 'modified_abuse_monitoring'));
    expect(plan).toMatchObject({ tier: 'critical', project: null });
    expect(plan.steps[0]?.call).toMatchObject({
      endpoint: 'POST /organization/data_retention',
      body: { retention_type: 'zero_data_retention' },
    });
  });

  test('comes back as a setting, without the data', () => {
    expect(planOf(ofOrganization('zero-data-retention', 'modified_abuse_monitoring')).inverse).toMatchObject({
      verdict: 'partial',
      operation: 'retention.set-organization',
      input: { control: 'modified-abuse-monitoring' },
    });
  });

  test('never goes back to none: the first change cannot be undone, and says so', () => {
    const plan = planOf(ofOrganization('modified-abuse-monitoring', null));
    expect(plan.inverse).toMatchObject({ verdict: 'none', operation: null });
    expect(plan.warnings.at(-1)).toBe('This is the first control. Nothing brings back the state without one.');
    expect(plan.changes[0]?.before).toBe('no control');
  });

  test('has no word for none', () => {
    for (const control of ['none', 'organization-default', 'off']) {
      expect(findOperation('retention.set-organization')?.parseInput({ control }).success).toBe(false);
    }
  });
});

describe('a request is refused', () => {
  test.each([
    ['that changes nothing', 'retention.set.same', ofProject('organization-default')],
    [
      'that changes nothing for everybody',
      'retention.set-organization.same',
      ofOrganization('zero-data-retention', 'zero_data_retention'),
    ],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('retention.set', ofProject('none').input).code).toBe('retention.archived');
  });
});

describe('what is shown', () => {
  const show = (own: string, organization: string | null) =>
    viewOf({
      operation: 'retention.show',
      input: { project: searchDev },
      answers: { own: onWire(own), organization: organization === null ? null : onWire(organization) },
    });

  test.each([
    ['organization_default', 'zero_data_retention', 'zero data retention'],
    ['organization_default', null, 'no control'],
    ['none', 'zero_data_retention', 'no control'],
    ['modified_abuse_monitoring', 'zero_data_retention', 'modified abuse monitoring'],
  ])('of a project with %s in an organization with %s is what holds', (own, organization, holds) => {
    expect(factOf(show(own, organization), 'So it has')).toBe(holds);
  });

  test('of an organization without a control is just that', () => {
    const view = viewOf({ operation: 'retention.show-organization', input: {}, answers: { organization: null } });
    expect(factOf(view, 'Set to')).toBe('no control');
  });
});
