import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Plan } from '#operations/plan.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { refusalOfArchived } from '../projects/archived.ts';
import { limitsOnWire, modelsOnWire, useOnWire } from '../projects/settings-on-wire.ts';
import { projectOnWire } from '../wire.ts';

const answers = { project: projectOnWire(), models: null, use: useOnWire(), limits: limitsOnWire() };
const none = { only: null, except: null, none: null };
const ask = (wish: object, more: object = {}) => ({
  operation: 'models.set',
  input: { project: searchDev, ...none, ...wish },
  answers: { ...answers, ...more },
});
const reset = (models: unknown) => ({
  operation: 'models.reset',
  input: { project: searchDev },
  answers: { ...answers, models },
});

const sentBy = ({ steps: [step] }: Plan) => ({
  endpoint: step?.call.endpoint,
  body: step?.call.body,
  proof: step?.proof,
});
const PATH = '/organization/projects/{project_id}/model_permissions';
const takesInput = ({ inverse }: Plan): boolean =>
  findOperation(inverse.operation ?? '')?.parseInput(inverse.input ?? {}).success === true;

describe('a list of models', () => {
  test.each([
    ['of those allowed', { only: ['b', 'a'] }, { mode: 'allow_list', model_ids: ['a', 'b'] }],
    ['of those blocked', { except: ['a'] }, { mode: 'deny_list', model_ids: ['a'] }],
    ['that allows none', { none: true }, { mode: 'allow_list', model_ids: [] }],
  ])('%s is sent whole and read back whole', (_, wish, body) => {
    expect(sentBy(planOf(ask(wish)))).toMatchObject({
      endpoint: `POST ${PATH}`,
      body,
      proof: { by: 'equals', where: body },
    });
  });

  test('is taken away again where there was none', () => {
    const plan = planOf(ask({ only: ['gpt-6-astra'] }));
    expect(plan.changes).toEqual([{ label: 'Models', before: 'every model', after: 'only gpt-6-astra' }]);
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'models.reset', input: { project: searchDev } });
    expect(takesInput(plan)).toBe(true);
  });

  test.each([
    [modelsOnWire('allow_list', 'a'), { ...none, only: ['a'] }],
    [modelsOnWire('allow_list'), { ...none, none: true }],
    [modelsOnWire('deny_list', 'a'), { ...none, except: ['a'] }],
  ])('is put back as it was: %j', (models, input) => {
    const plan = planOf(ask({ only: ['gpt-6-astra'] }, { models }));
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'models.set',
      input: { project: searchDev, ...input },
    });
    expect(takesInput(plan)).toBe(true);
    expect(planOf(reset(models)).inverse.input).toEqual(plan.inverse.input);
  });

  test('stands on the list that it replaces, in whatever order OpenAI keeps that, and not on use', () => {
    const guards = (more: object) => canonicalJson(planOf(ask({ only: ['x'] }, more)).guards);
    const before = guards({ models: modelsOnWire('allow_list', 'a', 'b') });
    expect(guards({ models: modelsOnWire('allow_list', 'b', 'a') })).toBe(before);
    expect(guards({ models: modelsOnWire('allow_list', 'a', 'b'), use: useOnWire(['a', 5]) })).toBe(before);
    expect(guards({ models: modelsOnWire('allow_list', 'a') })).not.toBe(before);
  });
});

describe('an approver is told', () => {
  const use = useOnWire(['gpt-6-astra-2026-08-01', 1200], ['gpt-image-2', 7]);

  test('what was used in the last week and would be blocked', () => {
    const plan = planOf(ask({ only: ['gpt-6-astra'] }, { use }));
    expect(plan.warnings).toEqual([
      'search-dev used 1 model in the last 7 days that this blocks: gpt-image-2 (7 requests).',
      'Models released later stay blocked until somebody adds them.',
    ]);
    expect(plan.holds).toBe('2 models used in the last 7 days, gpt-6-astra-2026-08-01 the most');
    expect(plan.facts[0]).toEqual({ label: 'gpt-6-astra-2026-08-01, last 7 days', value: '1,200 requests', at: NOON });
    expect(planOf(ask({ except: ['gpt-6-astra'] }, { use })).warnings[0]).toContain(
      'gpt-6-astra-2026-08-01 (1,200 requests)',
    );
  });

  test('nothing of what was blocked before', () => {
    const models = modelsOnWire('deny_list', 'gpt-image-2');
    expect(planOf(ask({ only: ['gpt-6-astra'] }, { use, models })).warnings).toHaveLength(1);
  });

  test('of names that OpenAI does not know, as far as that can be told', () => {
    const typo = { only: ['gpt-6-astra', 'gpt-6-atsra'] };
    expect(planOf(ask(typo)).warnings[0]).toBe(
      'OpenAI lists no limits in search-dev for gpt-6-atsra: check the spelling.',
    );
    const unknown = planOf(ask(typo, { models: modelsOnWire('allow_list', 'gpt-6-astra') })).warnings;
    expect(unknown.join(' ')).not.toContain('spelling');
  });

  test('how far it reaches', () => {
    expect(planOf(ask({ none: true })).warnings).toEqual(['Every request of search-dev fails then.']);
    expect(planOf(ask({ except: ['gpt-image-2'] }, { models: modelsOnWire('allow_list') })).warnings).toEqual([
      'Models released later may be used in search-dev then.',
    ]);
    expect(planOf(reset(modelsOnWire('allow_list', 'a'))).warnings).toEqual([
      'Every model may be used in search-dev then, also those released later.',
    ]);
  });
});

describe('a reset', () => {
  test('deletes the list, and is proven by its being gone', () => {
    const plan = planOf(reset(modelsOnWire('allow_list', 'a')));
    expect(sentBy(plan)).toMatchObject({ endpoint: `DELETE ${PATH}`, body: null, proof: { by: 'gone' } });
    expect(plan.title).toBe('Allow every model in search-dev');
  });

  test('of no list is refused', () => {
    expect(refusalOf(reset(null)).code).toBe('models.reset.same');
  });
});

describe('a wish is refused', () => {
  test.each([
    ['that is none', {}],
    ['said in two ways', { only: ['a'], none: true }],
    ['said in two other ways', { only: ['a'], except: ['b'] }],
  ])('%s', (_, wish) => {
    const refusal = refusalOf(ask(wish));
    expect(refusal.code).toBe('models.set.one-way');
    expect(refusal.next).toMatchObject({ operation: 'models.reset' });
  });

  test('that changes nothing', () => {
    expect(refusalOf(ask({ only: ['b', 'a'] }, { models: modelsOnWire('allow_list', 'a', 'b') })).code).toBe(
      'models.set.same',
    );
  });

  test('in an archived project', () => {
    expect(refusalOfArchived('models.set', ask({ none: true }).input).code).toBe('models.archived');
    expect(refusalOfArchived('models.reset', reset(null).input).code).toBe('models.archived');
  });

  test('with a name that is none', () => {
    const operation = findOperation('models.set');
    expect(operation?.parseInput({ project: searchDev, only: ['../x'] }).success).toBe(false);
    expect(operation?.parseInput({ project: searchDev, only: ['ft:gpt-6-astra:acme::x1'] }).success).toBe(true);
  });
});
