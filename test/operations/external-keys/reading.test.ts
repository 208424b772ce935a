import { expect, test } from 'vitest';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { externalKeyOnWire, projects, ref } from './wire.ts';

const used = externalKeyOnWire('billing', { api_project_ids: ['proj_search_dev'] });

test('the list says where each key stands and which projects use it', () => {
  const keys = listOnWire(used, externalKeyOnWire('spare', { type: 'oci', workspace_id: 'ws_1' }));
  const { rows } = partOf(viewOf({ operation: 'external-keys.list', input: {}, answers: { keys, projects } }), 'rows');
  expect(rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ['billing', 'AWS KMS', 'search-dev'],
    ['spare', 'Oracle Cloud Vault', 'no project; workspace ws_1'],
  ]);
  expect(rows[0]?.actions.map(({ label }) => label)).toEqual(['Show', 'Validate', 'Remove']);
});

test('one key says how OpenAI reaches it', () => {
  const input = { key: ref('billing') };
  const view = viewOf({ operation: 'external-keys.show', input, answers: { key: used, projects } });
  expect(factOf(view, 'Role')).toBe('arn:aws:iam::000000000000:role/openai-ekm');
  expect(factOf(view, 'Purpose')).toBe('encryption of stored data');
});
