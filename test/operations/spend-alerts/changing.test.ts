import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import type { JsonObject } from '#domain/json.ts';
import { findOperation } from '#operations/catalogue.ts';
import { createSpendAlert } from '#operations/spend-alerts/create.ts';
import { bindJson } from '#operations/template.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { costsOnWire } from '../spend-limits/wire.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { alertOnWire } from './wire.ts';

const PATH = '/organization/projects/{project_id}/spend_alerts';
const project = projectOnWire();
const ref = { id: 'alert_1', name: '[search-dev]' };

const wish = {
  project: searchDev,
  amount: 70_000,
  recipients: ['finops@acme.example', 'bea@acme.example'],
  subject: null,
};
const create = (more: JsonObject = {}, dollars = 200) => ({
  operation: 'spend-alerts.create',
  input: { ...wish, ...more },
  answers: { project, alerts: listOnWire(alertOnWire()), spentCents: costsOnWire(dollars) },
});

const unsaid = { amount: null, recipients: null, subject: null, noSubject: null };
const update = (more: JsonObject, alert: unknown = alertOnWire()) => ({
  operation: 'spend-alerts.update',
  input: { project: searchDev, alert: ref, ...unsaid, ...more },
  answers: { project, alert, spentCents: costsOnWire(200) },
});

const remove = (...alerts: readonly unknown[]) => ({
  operation: 'spend-alerts.delete',
  input: { project: searchDev, alert: ref },
  answers: { project, alerts: listOnWire(...alerts), spentCents: costsOnWire(200) },
});

describe('adding an alert', () => {
  const plan = planOf(create());

  test('sends the whole of it, and finds it again by all that is said about it', () => {
    const [step] = plan.steps;
    expect(step?.call).toMatchObject({
      endpoint: `POST ${PATH}`,
      body: {
        threshold_amount: 70_000,
        currency: 'USD',
        interval: 'month',
        notification_channel: { type: 'email', recipients: ['bea@acme.example', 'finops@acme.example'] },
      },
    });
    expect(step?.proof).toMatchObject({
      by: 'listed',
      where: {
        threshold_amount: 70_000,
        'notification_channel.recipients': ['bea@acme.example', 'finops@acme.example'],
      },
    });
    const [headed] = planOf(create({ subject: '[budget]' })).steps;
    expect(headed?.proof).toMatchObject({ where: { 'notification_channel.subject_prefix': '[budget]' } });
  });

  test('is shown in words', () => {
    expect(plan.changes).toEqual([
      { label: 'Spend alert', before: null, after: 'at $700 a month, to bea@acme.example, finops@acme.example' },
    ]);
    expect(plan).toMatchObject({ tier: 'routine', holds: '$200 spent this month', warnings: [] });
  });

  test('at what is spent already is warned of', () => {
    expect(planOf(create({}, 700)).warnings).toEqual([
      '$700 is spent this month already: the mail may come at once, or not before next month.',
    ]);
  });

  test('is undone by deleting it', () => {
    const results = { create: { id: 'alert_new' } };
    const input = bindJson(plan.inverse.input ?? {}, { requestId: 'R1', attempt: 1, now: NOON, results });
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'spend-alerts.delete' });
    expect(input).toEqual({ project: searchDev, alert: { id: 'alert_new', name: '$700' } });
    expect(findOperation('spend-alerts.delete')?.parseInput(input).success).toBe(true);
  });
});

describe('changing an alert', () => {
  test('replaces the whole of it, with what was not said as it was', () => {
    const [step] = planOf(update({ amount: 75_000 })).steps;
    expect(step?.call).toMatchObject({
      endpoint: `POST ${PATH}/{alert_id}`,
      params: { alert_id: 'alert_1' },
      body: {
        threshold_amount: 75_000,
        notification_channel: { recipients: ['bea@acme.example'], subject_prefix: '[search-dev]' },
      },
    });
  });

  test('can take the subject away, and proves that', () => {
    const { steps, changes } = planOf(update({ noSubject: true }));
    expect(steps[0]?.call.body).toMatchObject({ notification_channel: { subject_prefix: null } });
    expect(steps[0]?.proof).toMatchObject({ where: { 'notification_channel.subject_prefix': null } });
    expect(changes).toEqual([{ label: 'Subject begins with', before: '[search-dev]', after: null }]);
  });

  test.each([
    ['with a subject', alertOnWire()],
    ['without one', alertOnWire({}, { subject_prefix: null })],
    ['with several recipients', alertOnWire({}, { recipients: ['c@acme.example', 'a@acme.example'] })],
  ])('comes back exactly: an alert %s', (_, before) => {
    const forth = planOf(update({ amount: 1, recipients: ['x@acme.example'], subject: 'other' }, before));
    const parsed = findOperation('spend-alerts.update')?.parseInput(forth.inverse.input ?? {});
    if (parsed?.success !== true) throw new Error('The inverse is no input');
    const changed = alertOnWire({ threshold_amount: 1 }, { recipients: ['x@acme.example'], subject_prefix: 'other' });
    const back = planOf({ ...update({}, changed), input: parsed.data });
    const { notification_channel: channel, threshold_amount: amount } = before;
    expect(forth.inverse.verdict).toBe('exact');
    expect(back.steps[0]?.call.body).toMatchObject({
      threshold_amount: amount,
      notification_channel: { ...channel, recipients: channel.recipients.toSorted() },
    });
  });

  test('stands on all of it, recipients in whatever order', () => {
    const ordered = (...recipients: readonly string[]) =>
      canonicalJson(planOf(update({ amount: 1 }, alertOnWire({}, { recipients }))).guards);
    expect(ordered('a@acme.example', 'b@acme.example')).toBe(ordered('b@acme.example', 'a@acme.example'));
    expect(ordered('a@acme.example')).not.toBe(ordered('b@acme.example'));
  });
});

describe('deleting an alert', () => {
  const plan = planOf(remove(alertOnWire(), alertOnWire({ id: 'alert_2' })));

  test('takes it away, and one like it can be added', () => {
    expect(plan.steps.map(({ call, proof }) => [call.endpoint, proof.by])).toEqual([
      [`DELETE ${PATH}/{alert_id}`, 'gone'],
    ]);
    expect(plan).toMatchObject({ tier: 'destructive', warnings: [] });
    expect(plan.inverse).toMatchObject({
      verdict: 'recreate',
      operation: 'spend-alerts.create',
      input: { project: searchDev, amount: 60_000, recipients: ['bea@acme.example'], subject: '[search-dev]' },
    });
    expect(createSpendAlert.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('is warned of when it is the only one', () => {
    expect(planOf(remove(alertOnWire())).warnings).toEqual([
      'It is the only one: nobody is told what search-dev spends then.',
    ]);
  });
});

describe('a request is refused', () => {
  const same = { amount: 60_000, recipients: ['bea@acme.example'], subject: 'whatever' };

  test.each([
    ['to add what tells the same people the same', 'spend-alerts.create.same', create(same)],
    ['to change what is gone', 'spend-alerts.update.gone', update({ amount: 1 }, null)],
    ['to change nothing', 'spend-alerts.update.same', update({ amount: 60_000, recipients: ['bea@acme.example'] })],
    ['with two subjects', 'spend-alerts.update.two-subjects', update({ subject: 'a', noSubject: true })],
    ['to delete what is gone', 'spend-alerts.delete.gone', remove(alertOnWire({ id: 'alert_2' }))],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test.each([
    ['spend-alerts.create', wish],
    ['spend-alerts.update', update({ amount: 1 }).input],
    ['spend-alerts.delete', remove().input],
  ])('in an archived project: %s', (operation, input) => {
    expect(refusalOfArchived(operation, input).code).toBe('spend-alerts.archived');
  });

  test('for recipients that are no addresses', () => {
    for (const recipients of [[], ['bea'], ['bea@acme'], ['a@b.c,d@e.f'], ['<!channel>@acme.example']]) {
      expect(createSpendAlert.parseInput({ ...wish, recipients }).success).toBe(false);
    }
  });
});

describe('an alert of the organization', () => {
  const answers = { alerts: listOnWire(alertOnWire()), alert: alertOnWire(), spentCents: costsOnWire(1) };

  test.each([
    ['create', { amount: 1, recipients: ['a@acme.example'], subject: null }, 'POST'],
    ['update', { alert: ref, ...unsaid, amount: 1 }, 'POST'],
    ['delete', { alert: ref }, 'DELETE'],
  ])('has its own place: %s', (verb, input, method) => {
    const plan = planOf({ operation: `spend-alerts.${verb}-organization`, input, answers });
    expect(plan.project).toBeNull();
    expect(plan.title).toContain('the whole organization');
    expect(plan.steps[0]?.call.endpoint).toMatch(new RegExp(`^${method} /organization/spend_alerts`));
    expect(plan.inverse.operation).toMatch(/-organization$/);
    expect(plan.inverse.input).not.toHaveProperty('project');
  });
});
