import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { showKey } from '#operations/keys/show.ts';
import { erinAsks, NOON } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { accountKey, erinsKey, issuedKey } from '../samples.ts';
import { accountKeyOnWire, userKeyOnWire } from '../wire.ts';
import { issuedScopes } from './issued-scopes.ts';

/** Two days of completions, as usage tells them. */
const use = {
  data: [
    {
      results: [
        { model: 'gpt-6-astra', num_model_requests: 700 },
        { model: 'gpt-4.1-nano', num_model_requests: 20 },
      ],
    },
    { results: [{ model: 'gpt-6-astra', num_model_requests: 1_300 }] },
  ],
};

const ofErin = {
  operation: 'keys.show',
  input: erinsKey,
  answers: { key: userKeyOnWire(), issued: null, scopes: null, use },
};
const ofAccount = {
  operation: 'keys.show',
  input: accountKey,
  answers: { key: accountKeyOnWire(), issued: issuedKey(), scopes: issuedScopes(), use: { data: [] } },
};

test('a key is read by its project and id with its use of a week, and looked up in our own records', () => {
  const { calls, questions } = gatherByHand(showKey, erinAsks(erinsKey), ofErin.answers);
  expect(calls.map(pathOf)).toEqual([
    '/organization/projects/proj_search_dev/api_keys/key_erin',
    '/organization/usage/completions',
  ]);
  expect(calls[1]?.query).toMatchObject({
    api_key_ids: ['key_erin'],
    group_by: ['model'],
    start_time: NOON / 1000 - 7 * 86_400,
  });
  expect(questions).toEqual([
    { of: 'issued-key', keyId: 'key_erin' },
    { of: 'issued-scopes', keyId: 'key_erin' },
  ]);
});

describe('what is shown of a key', () => {
  test('is everything but the key', () => {
    expect(partOf(viewOf(ofErin), 'facts').facts).toEqual([
      { label: 'Value', value: 'sk-proj-abc...wxyz' },
      { label: 'Id', value: 'key_erin' },
      { label: 'Project', value: 'search-dev' },
      { label: 'Owner', value: 'erin@acme.example' },
      { label: 'Created', value: '2026-04-27 12:00 UTC' },
      { label: 'Last used', value: '2 hours ago' },
      { label: 'Ends', value: 'no end' },
    ]);
  });

  test('of a key issued here is also what it is for', () => {
    const view = viewOf(ofAccount);
    expect(factOf(view, 'Issued here for')).toBe('nightly evaluation');
    expect(factOf(view, 'Owner')).toBe('service account evaluator');
    expect(factOf(view, 'Last used')).toBe('never');
    expect(factOf(view, 'Ends')).toBe('2026-12-23 12:00 UTC');
  });

  test('is its mix of models, the most used first', () => {
    expect(partOf(viewOf(ofErin), 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['gpt-6-astra', '2,000'],
      ['gpt-4.1-nano', '20'],
    ]);
    expect(partOf(viewOf(ofAccount), 'rows').empty).toMatch(/^No completions in the last 7 days\./);
  });

  test('is what it may do, where that was said here', () => {
    expect(factOf(viewOf(ofErin), 'May')).toBeUndefined();
    expect(factOf(viewOf(ofAccount), 'May')).toBe('Make model requests (usual)');
    const paused = viewOf({
      ...ofAccount,
      answers: { ...ofAccount.answers, scopes: issuedScopes({ isPaused: true }) },
    });
    expect(factOf(paused, 'May')).toBeUndefined();
    expect(factOf(paused, 'Paused')).toBe('yes, it may only read');
  });

  test.each([
    ['of a key we know little about', null, ['Revoke', 'Limit']],
    ['of a key issued here', issuedScopes(), ['Revoke', 'Pause', 'Limit']],
    ['of a key paused here', issuedScopes({ isPaused: true }), ['Revoke', 'Resume', 'Limit']],
  ])('has buttons for what can be done: %s', (_, scopes, labels) => {
    const { actions } = partOf(viewOf({ ...ofErin, answers: { ...ofErin.answers, scopes } }), 'actions');
    expect(actions.map(({ label }) => label)).toEqual(labels);
    for (const action of actions) {
      expect(findOperation(action.operation)?.parseInput(action.input).success).toBe(true);
    }
  });
});

test('a key that is gone is said to be gone, by its name or else its id', () => {
  const answers = { key: null, issued: null, scopes: null };
  expect(refusalOf({ ...ofErin, answers }).what).toBe('The key erin laptop does not exist any more.');
  const unnamed = { key: { ...erinsKey.key, name: '' } };
  expect(refusalOf({ ...ofErin, input: unnamed, answers }).what).toBe('The key key_erin does not exist any more.');
});

test('the input is one key and nothing else', () => {
  expect(showKey.parseInput({}).success).toBe(false);
  expect(showKey.parseInput({ ...erinsKey, reveal: true }).success).toBe(false);
});
