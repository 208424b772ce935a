import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { showKey } from '#operations/keys/show.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { accountKey, erinsKey, issuedKey } from '../samples.ts';
import { accountKeyOnWire, userKeyOnWire } from '../wire.ts';

const ofErin = { operation: 'keys.show', input: erinsKey, answers: { key: userKeyOnWire(), issued: null } };
const ofAccount = {
  operation: 'keys.show',
  input: accountKey,
  answers: { key: accountKeyOnWire(), issued: issuedKey() },
};

test('a key is read by its project and id, and looked up in our own records', () => {
  const { calls, questions } = gatherByHand(showKey, erinAsks(erinsKey), ofErin.answers);
  expect(calls.map(pathOf)).toEqual(['/organization/projects/proj_search_dev/api_keys/key_erin']);
  expect(questions).toEqual([{ of: 'issued-key', keyId: 'key_erin' }]);
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

  test('has a button to revoke it', () => {
    const { actions } = partOf(viewOf(ofErin), 'actions');
    expect(actions.map(({ label }) => label)).toEqual(['Revoke']);
    const [revoke] = actions;
    expect(findOperation(revoke?.operation ?? '')?.parseInput(revoke?.input ?? {}).success).toBe(true);
  });
});

test('a key that is gone is said to be gone, by its name or else its id', () => {
  const answers = { key: null, issued: null };
  expect(refusalOf({ ...ofErin, answers }).what).toBe('The key erin laptop does not exist any more.');
  const unnamed = { key: { ...erinsKey.key, name: '' } };
  expect(refusalOf({ ...ofErin, input: unnamed, answers }).what).toBe('The key key_erin does not exist any more.');
});

test('the input is one key and nothing else', () => {
  expect(showKey.parseInput({}).success).toBe(false);
  expect(showKey.parseInput({ ...erinsKey, reveal: true }).success).toBe(false);
});
