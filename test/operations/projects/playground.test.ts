import { describe, expect, test } from 'vitest';
import { openPlayground } from '#operations/projects/playground.ts';
import { erinAsks } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { userOnWire } from './settings-on-wire.ts';

const bea = { id: 'user_bea', name: 'Bea Lindqvist', email: 'bea@acme.example' };
const input = { name: 'erin-tries-images', who: null, hardLimit: 2000, models: null };
const given = {
  operation: 'projects.playground',
  input,
  answers: { namesakes: listOnWire(projectOnWire()), newcomers: listOnWire(userOnWire(), userOnWire(bea)) },
};
const withoutEmail = { requester: { ...erinAsks({}).requester, openaiEmail: null } };

describe('a playground', () => {
  test('is a project with its limit first and then whoever asked', () => {
    const plan = planOf(given);
    expect(plan.steps.map(({ id }) => id)).toEqual(['project', 'hard-limit', 'join-user_erin']);
    expect(plan.gist).toBe('erin-tries-images, $20 a month at most');
    expect(plan.beneficiaryEmail).toBe('erin@acme.example');
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'projects.archive' });
  });

  test('may be for somebody else, with few models', () => {
    const plan = planOf({ ...given, input: { ...input, who: bea, models: ['gpt-6-astra-mini'] } });
    expect(plan.steps.map(({ id }) => id)).toEqual(['project', 'hard-limit', 'models', 'join-user_bea']);
    expect(plan.beneficiaryEmail).toBe('bea@acme.example');
  });

  test('is small', () => {
    expect(openPlayground.parseInput({ ...input, hardLimit: 20_000 }).success).toBe(true);
    expect(openPlayground.parseInput({ ...input, hardLimit: 20_001 }).success).toBe(false);
  });
});

describe('a playground is refused', () => {
  test('for nobody in particular', () => {
    const { newcomers: _, ...answers } = given.answers;
    expect(refusalOf({ ...given, answers, ask: withoutEmail }).code).toBe('projects.playground.for-whom');
  });

  test('for somebody outside the organization', () => {
    const answers = { ...given.answers, newcomers: listOnWire() };
    expect(refusalOf({ ...given, answers }).code).toBe('projects.not-in-organization');
  });

  test('under a name that is taken', () => {
    expect(refusalOf({ ...given, input: { ...input, name: 'search-dev' } }).code).toBe('projects.name-taken');
  });
});
