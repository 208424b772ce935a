import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { currentEnvironment } from '#config/env.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-env-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a file .env fills in what was not really set', () => {
  writeFileSync(join(folder, '.env'), '# a comment\nWEB_PORT=9001\nTZ=Mars/Olympus\n');
  const env = currentEnvironment(folder);
  expect(env['WEB_PORT']).toBe('9001');
  expect(env['TZ']).toBe('UTC');
});

test('without such a file there is only what was set', () => {
  expect(currentEnvironment(join(folder, 'empty'))['TZ']).toBe('UTC');
});

test('flags given to node itself stand beside those of NODE_OPTIONS', () => {
  const options = currentEnvironment(folder)['NODE_OPTIONS'] ?? '';
  for (const flag of process.execArgv) expect(options).toContain(flag);
});
