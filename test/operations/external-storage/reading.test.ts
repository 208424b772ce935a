import { expect, test } from 'vitest';
import { searchDev } from '../erin-asks.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { projects, ref, storageOnWire } from './wire.ts';

test('the list names buckets, Azure’s containers, too, and the projects they belong to', () => {
  const azure = storageOnWire('x', { provider: { type: 'azure', container: 'openai' }, project_id: 'proj_new' });
  const answers = { storages: listOnWire(storageOnWire('acme-search'), azure), projects };
  const view = viewOf({ operation: 'external-storage.list', input: { project: null }, answers });
  expect(partOf(view, 'rows').rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['acme-search', 'Amazon S3', 'search-dev', 'validated'],
    ['openai', 'Azure Blob Storage', 'proj_new', 'validated'],
  ]);
});

test('the list of one project says whose it is', () => {
  const answers = { storages: listOnWire(), projects };
  const view = viewOf({ operation: 'external-storage.list', input: { project: searchDev }, answers });
  expect(view.title).toBe('Connected buckets of search-dev');
});

test('one bucket says what its owner has to put into its trust policy', () => {
  const answers = { storage: storageOnWire('acme-search'), projects };
  const view = viewOf({ operation: 'external-storage.show', input: { storage: ref('acme-search') }, answers });
  expect(factOf(view, 'External id')).toBe('org-example');
  expect(factOf(view, 'State')).toBe('validated');
});
