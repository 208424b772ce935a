import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { listKeys } from '#operations/keys/list.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';
import { dayMs, issuedKey, knownKey } from '../samples.ts';

const mine = (answers: { issued?: unknown[]; known?: unknown[] }) =>
  viewOf({
    operation: 'keys.list',
    input: { project: null },
    answers: { mine: { issued: [], known: [], ...answers } },
  });
const inProject = (keys: unknown) =>
  viewOf({ operation: 'keys.list', input: { project: searchDev }, answers: { keys } });

describe('my keys', () => {
  test('are asked of our own memory alone', () => {
    const { calls, questions } = gatherByHand(listKeys, erinAsks({ project: null }), {
      mine: { issued: [], known: [] },
    });
    expect(calls).toEqual([]);
    expect(questions).toEqual([{ of: 'my-keys' }]);
  });

  test('are those OpenAI lists and those it does not list yet, each once', () => {
    const view = mine({
      known: [
        knownKey(),
        knownKey({ id: 'key_svc', name: 'nightly-eval', accountId: 'user_svc', ownerName: 'evaluator' }),
      ],
      issued: [issuedKey(), issuedKey({ keyId: 'key_new', name: 'brand-new' })],
    });
    expect(view.title).toBe('Your API keys');
    expect(partOf(view, 'rows').rows.map((row) => row.cells)).toEqual([
      ['erin laptop', 'search-dev', 'erin@acme.example', '2 hours ago', 'no end'],
      ['nightly-eval', 'search-dev', 'account evaluator', '2 hours ago', 'no end'],
      ['brand-new', 'search-dev', 'you, issued here', 'not read yet', '2026-12-23 12:00 UTC'],
    ]);
  });

  test('do not hold one that has ended', () => {
    expect(partOf(mine({ issued: [issuedKey({ endedAt: NOON - 1 })] }), 'rows').rows).toEqual([]);
  });

  test('that there are none of is said, with a button to get one', () => {
    const view = mine({});
    expect(partOf(view, 'rows').empty).toBe('You have no keys here yet.');
    expect(partOf(view, 'actions').actions).toEqual([
      { label: 'Get an API key', operation: 'keys.issue', input: {}, style: 'plain' },
    ]);
  });
});

describe('the keys of a project', () => {
  test('are asked for by its id, and said how old', () => {
    const { questions } = gatherByHand(listKeys, erinAsks({ project: searchDev }), { keys: { asOf: NOON, items: [] } });
    expect(questions).toEqual([{ of: 'keys', projectId: 'proj_search_dev' }]);
    expect(partOf(inProject({ asOf: NOON - 300_000, items: [] }), 'note').text).toBe('As OpenAI said 5 minutes ago.');
    expect(partOf(inProject({ asOf: null, items: [] }), 'note').text).toContain('could not be read');
  });

  test('never used, and with an end, are said so', () => {
    const view = inProject({ asOf: NOON, items: [knownKey({ lastUsedAt: null, expiresAt: NOON + dayMs })] });
    expect(partOf(view, 'rows').rows[0]?.cells.slice(3)).toEqual(['never', '2026-11-24 12:00 UTC']);
  });

  test('get one of their own with the project filled in', () => {
    expect(partOf(inProject({ asOf: NOON, items: [] }), 'actions').actions[0]?.input).toEqual({ project: searchDev });
  });
});

test('each row has buttons whose input the operation behind them takes', () => {
  const actions = partOf(mine({ known: [knownKey()], issued: [issuedKey()] }), 'rows').rows.flatMap(
    (row) => row.actions,
  );
  expect(actions.map(({ label, style }) => [label, style])).toEqual([
    ['Show', 'plain'],
    ['Revoke', 'danger'],
    ['Show', 'plain'],
    ['Revoke', 'danger'],
  ]);
  for (const { operation, input } of actions) expect(findOperation(operation)?.parseInput(input).success).toBe(true);
});

test('the input takes a project or nothing, and nothing else', () => {
  expect(listKeys.parseInput({}).success).toBe(true);
  expect(listKeys.parseInput({ project: 'search-dev' }).success).toBe(false);
  expect(listKeys.parseInput({ whose: 'all' }).success).toBe(false);
});
