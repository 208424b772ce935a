import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskFiles } from '#config/files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-files-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is read as text', () => {
  writeFileSync(join(folder, 'key'), 'value\n');
  expect(diskFiles.read(join(folder, 'key'))).toBe('value\n');
});

test('a file far larger than any secret is refused unread', () => {
  writeFileSync(join(folder, 'huge'), Buffer.alloc(1024 * 1024 + 1));
  expect(() => diskFiles.read(join(folder, 'huge'))).toThrow('larger than');
});
