import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';

test('every file of the folder is a command of the list, and the other way round', () => {
  const files = readdirSync('src/cli/commands').map((file) => file.replace(/\.ts$/, ''));
  expect(commands.map((make) => make().name()).sort()).toEqual(files.sort());
});
