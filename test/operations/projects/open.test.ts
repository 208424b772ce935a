import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { openProject } from '#operations/projects/open.ts';
import { bind, bindJson } from '#operations/template.ts';
import { erinAsks, NOON } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { emptyOpening } from './samples.ts';
import { userOnWire } from './settings-on-wire.ts';

const people = listOnWire(
  userOnWire(),
  userOnWire({ id: 'user_bea', name: 'Bea Lindqvist', email: 'Bea@acme.example' }),
  userOnWire({ id: 'user_sam', name: 'Sam Okafor', email: 'sam@acme.example', role: 'owner' }),
);
const ask = (more: object, answers: object = {}) => ({
  operation: 'projects.open',
  input: { ...emptyOpening, ...more },
  answers: { namesakes: listOnWire(projectOnWire()), newcomers: people, ...answers },
});
const whole = ask({
  owners: ['bea@acme.example'],
  members: ['erin@acme.example', 'sam@acme.example'],
  hardLimit: 25_000,
  alert: 20_000,
  alertTo: ['finops@acme.example'],
  models: ['gpt-image-2', 'gpt-6-astra'],
  limits: ['gpt-6-astra:rpm=500', 'gpt-6-astra:tpm=9000'],
  residency: 'EU_STORAGE_PROCESSING',
});
const bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { project: { id: 'proj_new' } } };

describe('opening a project', () => {
  const plan = planOf(whole);

  test('makes it, bounds it, and lets people in last', () => {
    expect(plan.steps.map(({ id, call }) => [id, pathOf(bind(call, bindings)), call.body])).toEqual([
      ['project', '/organization/projects', { name: 'search-eval', residency: 'EU_STORAGE_PROCESSING' }],
      [
        'hard-limit',
        '/organization/projects/proj_new/spend_limit',
        { threshold_amount: 25_000, currency: 'USD', interval: 'month' },
      ],
      [
        'models',
        '/organization/projects/proj_new/model_permissions',
        { mode: 'allow_list', model_ids: ['gpt-6-astra', 'gpt-image-2'] },
      ],
      [
        'limits-gpt-6-astra',
        '/organization/projects/proj_new/rate_limits/rl-gpt-6-astra',
        { max_requests_per_1_minute: 500, max_tokens_per_1_minute: 9000 },
      ],
      [
        'alert',
        '/organization/projects/proj_new/spend_alerts',
        {
          threshold_amount: 20_000,
          currency: 'USD',
          interval: 'month',
          notification_channel: { type: 'email', recipients: ['finops@acme.example'] },
        },
      ],
      ['join-user_erin', '/organization/projects/proj_new/users', { user_id: 'user_erin', role: 'member' }],
      ['join-user_bea', '/organization/projects/proj_new/users', { user_id: 'user_bea', role: 'owner' }],
    ]);
  });

  test('proves each step inside the project that it made', () => {
    for (const { proof } of plan.steps.slice(1)) {
      expect(pathOf(bind(proof.read, bindings))).toMatch(/^\/organization\/projects\/proj_new\//);
    }
  });

  test('adds no owner of the organization, who is in it anyway', () => {
    expect(plan.changes).toContainEqual({
      label: 'Sam Okafor',
      before: null,
      after: 'owner, as every owner of the organization',
    });
  });

  test('shows all of it as new', () => {
    expect(plan.changes.map(({ label }) => label)).toEqual([
      'Project',
      'Data stays in',
      'Hard limit',
      'Models',
      'Limits of gpt-6-astra',
      'Spend alert',
      'Erin Vale',
      'Sam Okafor',
      'Bea Lindqvist',
    ]);
    expect(plan.bounds).toEqual({ amountCents: 25_000 });
  });

  test('is undone by archiving what it made', () => {
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'projects.archive' });
    expect(findOperation('projects.archive')?.parseInput(input).success).toBe(true);
  });

  test('of a name alone is one call, and warns of what is missing', () => {
    const bare = ask({});
    const plan = planOf(bare);
    expect(plan.steps.map(({ id }) => id)).toEqual(['project']);
    expect(plan.warnings).toEqual([
      'It has no hard limit: nothing stops its spending.',
      'Only owners of the organization can use it until somebody is added.',
    ]);
    expect(gatherByHand(openProject, erinAsks(bare.input), bare.answers).calls).toHaveLength(1);
  });

  test('for one person never counts that person as an approver', () => {
    expect(planOf(ask({ members: ['erin@acme.example'] })).beneficiaryEmail).toBe('erin@acme.example');
    expect(plan.beneficiaryEmail).toBeNull();
  });

  test('makes an owner of who is named as both', () => {
    const both = planOf(ask({ owners: ['ERIN@acme.example'], members: ['erin@acme.example'] }));
    expect(both.steps.slice(1).map(({ call }) => call.body)).toEqual([{ user_id: 'user_erin', role: 'owner' }]);
  });
});

describe('an opening is refused', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => `p${i}@acme.example`);
  const many = {
    owners: crowd.slice(0, 20),
    members: crowd.slice(20),
    hardLimit: 100,
    limits: Array.from({ length: 12 }, (_, i) => `m${i}:rpm=1`),
  };
  const crowded = { newcomers: listOnWire(...crowd.map((email) => userOnWire({ id: email.split('@')[0], email }))) };

  test.each([
    ['under a name that is taken', 'projects.name-taken', ask({ name: 'search-dev' })],
    ['for somebody outside the organization', 'projects.not-in-organization', ask({ members: ['marta@acme.example'] })],
    ['with an alert that tells nobody', 'projects.open.alert-halved', ask({ alert: 5 })],
    ['with somebody to tell and nothing to tell', 'projects.open.alert-halved', ask({ alertTo: ['a@acme.example'] })],
    [
      'with limits for a model that it may not use',
      'projects.open.limit-of-blocked',
      ask({ models: ['gpt-6-astra'], limits: ['gpt-image-2:rpm=5'] }),
    ],
    ['that takes more than fifty calls', 'projects.open.too-much', ask(many, crowded)],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('with a way to invite who is missing', () => {
    expect(refusalOf(ask({ members: ['marta@acme.example'] })).next).toMatchObject({
      operation: 'invites.send',
      input: { email: 'marta@acme.example' },
    });
  });
});
