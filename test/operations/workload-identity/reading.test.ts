import { expect, test } from 'vitest';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { samples } from './samples.ts';
import { providerOnWire } from './wire.ts';

const sampleOf = (operation: string) => {
  const sample = samples.find((each) => each.operation === operation);
  if (sample === undefined) throw new Error(`No sample of ${operation}`);
  return sample;
};

test('the list says whom each provider stands for and whether it counts', () => {
  const answers = { providers: listOnWire(providerOnWire({ enabled: false })) };
  const view = viewOf({ operation: 'workload-identity.list', input: {}, answers });
  expect(partOf(view, 'rows').rows[0]?.cells).toEqual(['notebooks', 'https://id.acme.example', 'off', 'wip_notebooks']);
});

test('one provider shows its attributes and its rules, and cannot be deleted while it has any', () => {
  const view = viewOf(sampleOf('workload-identity.show'));
  expect(factOf(view, 'Attribute openai.notebook')).toBe('assertion.notebook');
  expect(partOf(view, 'rows').rows[0]?.cells).toEqual([
    'forecasts',
    'notebook = forecast, protected = true',
    'search-dev',
    'user_svc',
    'on',
  ]);
  expect(partOf(view, 'actions').actions.map(({ label }) => label)).toEqual(['Change', 'New rule']);
  const sample = sampleOf('workload-identity.show');
  const bare = viewOf({ ...sample, answers: { ...sample.answers, rules: listOnWire() } });
  expect(partOf(bare, 'actions').actions.map(({ label }) => label)).toContain('Delete');
});

test('one rule is off when its provider is', () => {
  const sample = sampleOf('workload-identity.show-rule');
  expect(factOf(viewOf(sample), 'State')).toBe('on');
  const off = viewOf({ ...sample, answers: { ...sample.answers, provider: providerOnWire({ enabled: false }) } });
  expect(factOf(off, 'State')).toBe('off, as the whole provider is');
});
