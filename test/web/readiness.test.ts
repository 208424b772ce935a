import { expect, test } from 'vitest';
import { createReadiness } from '#web/readiness.ts';
import type { Probe } from '#web/probe.ts';

const fine: readonly Probe[] = [{ name: 'database', ok: true, detail: 'writable' }];

test('whoever asks while the probes run shares their answer', async () => {
  let runs = 0;
  const gate = Promise.withResolvers<readonly Probe[]>();
  const readiness = createReadiness(() => {
    runs += 1;
    return gate.promise;
  });
  const answers = [readiness(), readiness(), readiness()];
  gate.resolve(fine);
  expect(await Promise.all(answers)).toEqual([fine, fine, fine]);
  expect(runs).toBe(1);
});

test('whoever asks afterwards gets a fresh answer', async () => {
  let runs = 0;
  const readiness = createReadiness(async () => [{ name: 'database', ok: true, detail: `run ${(runs += 1)}` }]);
  await readiness();
  expect(await readiness()).toEqual([{ name: 'database', ok: true, detail: 'run 2' }]);
});

test('probes that hang are a finding, not a wait', async () => {
  const readiness = createReadiness(() => new Promise(() => undefined), 1);
  expect(await readiness()).toEqual([{ name: 'probes', ok: false, detail: 'No answer within 1 ms' }]);
});

test('probes that throw are a finding that does not repeat the error', async () => {
  const readiness = createReadiness(() => Promise.reject(new Error('/secret/path')));
  expect(await readiness()).toEqual([{ name: 'probes', ok: false, detail: 'A probe failed' }]);
});
