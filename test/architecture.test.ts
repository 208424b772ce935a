import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doors } from './architecture/doors.ts';
import { floors } from './architecture/floors.ts';
import { houseOf, houseOnDisk } from './architecture/house.ts';
import { scan } from './architecture/scan.ts';

describe('the house keeps its doors', () => {
  const house = houseOnDisk();
  test.each(doors)('$name', ({ because, broken }) => {
    expect(broken(house), because).toEqual([]);
  });
});

describe('a house that breaks a door is found out', () => {
  const sins: readonly [door: string, texts: Readonly<Record<string, string>>, found: string][] = [
    ['every folder of src is a room', { 'src/attic/box.ts': '' }, 'src/attic/box.ts'],
    ['imports go down', { 'src/policy/a.ts': "import { b } from '#operations/b.ts';" }, '#operations/b.ts'],
    ['imports go down', { 'src/slack/a.ts': "import type { B } from '#storage/b.ts';" }, '#storage/b.ts'],
    ['imports go down', { 'src/sandbox/slack/a.ts': "import { b } from '#slack/b.ts';" }, '#slack/b.ts'],
    ['imports go down', { 'src/sandbox/page/a.ts': "import { b } from '../openai/board.ts';" }, '../openai/board.ts'],
    ['imports go down', { 'src/domain/a.ts': "const { b } = await import('#audit/b.ts');" }, '#audit/b.ts'],
    ['adapters know the workflow', { 'src/slack/a.ts': "import { b } from '#workflow/b.ts';" }, '#workflow/b.ts'],
    ['nobody below imports the top', { 'src/slack/a.ts': "import { b } from '#cli/b.ts';" }, '#cli/b.ts'],
    ['#room/file.ts across rooms', { 'src/slack/a.ts': "import { b } from '#slack/b.ts';" }, '#slack/b.ts'],
    ['#room/file.ts across rooms', { 'src/slack/a.ts': "import { b } from '../domain/b.ts';" }, '../domain/b.ts'],
    ['every import names a file', { 'src/slack/a.ts': "import { b } from './b.js';" }, './b.js'],
    [
      'no import leads back',
      { 'src/slack/a.ts': "import './b.ts';", 'src/slack/b.ts': "import type { A } from './a.ts';" },
      'a.ts → ',
    ],
    ['floors 0 to 3 use only', { 'src/workflow/a.ts': "import { readFileSync } from 'node:fs';" }, 'node:fs'],
    ['each package that brings', { 'src/web/a.ts': "import { request } from 'undici';" }, 'undici'],
    ['each package that brings', { 'src/compose.ts': "import { sql } from 'kysely';" }, 'kysely'],
    ['process.env is read', { 'src/slack/a.ts': "const a = process.env['A'];" }, 'src/slack/a.ts:1'],
    ['process.env is read', { 'src/slack/a.ts': 'const { env } = process;' }, 'src/slack/a.ts:1'],
    ['floors 0 to 2 have no clock', { 'src/policy/a.ts': '\nconst now = new Date();' }, 'src/policy/a.ts:2'],
    ['floors 0 to 2 are synchronous', { 'src/audit/a.ts': 'export async function a() {}' }, 'async'],
    ['the workflow asks its ports', { 'src/workflow/a.ts': 'const now = Date.now();' }, 'Date.now'],
    [
      'nothing starts a program',
      { 'src/cli/a.ts': "import { spawn } from 'node:child_process';" },
      'node:child_process',
    ],
    ['only workflow/execute-*.ts', { 'src/workflow/settle.ts': 'await vendor.perform(call);' }, '.perform('],
    [
      'only workflow/record-decision.ts',
      { 'src/slack/a.ts': 'await tx.requests.insertDecision(d);' },
      '.insertDecision(',
    ],
    [
      'what a person is told',
      { 'src/workflow/a.ts': 'const all = await house.store.read.requests.list({ limit: 9 });' },
      '.read.requests',
    ],
    ['secrets are revealed only', { 'src/storage/a.ts': 'row.value = secret.reveal();' }, '.reveal('],
    ['no file is longer', { 'src/slack/a.ts': 'x\n'.repeat(251) }, '251 lines'],
    ['files are named', { 'src/slack/utils/a.ts': '' }, 'utils'],
    ['files are named', { 'src/slack/index.ts': '' }, 'index'],
    ['files are named', { 'src/slack/SlackFace.ts': '' }, 'SlackFace'],
    ['exports have names', { 'src/slack/a.ts': 'export default 1;' }, 'export default'],
    ['exports are declared', { 'src/slack/a.ts': "export { b } from './b.ts';" }, 'export {'],
  ];
  test.each(sins)('%s… %j', (name, texts, found) => {
    const door = doors.find((one) => one.name.startsWith(name));
    expect(door?.broken(houseOf(texts)).join('\n')).toContain(found);
  });

  test('every door is tried at least once', () => {
    expect(doors.filter((door) => !sins.some(([name]) => door.name.startsWith(name))).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

describe('what only looks like a sin is let be', () => {
  test.each([
    ['in a comment', '// Date.now() is not asked\n/* async */'],
    ['in a string', "const a = 'Date.now()'; const b = `async`;"],
    ['in a regular expression with a quote', 'const a = /\'|Date.now/;\nconst b = "await";'],
    ['a moment that was handed in', 'const a = new Date(at).toISOString();'],
  ])('%s', (_, text) => {
    const house = houseOf({ 'src/policy/a.ts': text });
    expect(doors.flatMap((door) => door.broken(house))).toEqual([]);
  });

  test('code after a regular expression or a division is still read', () => {
    expect(scan('a.ts', "const a = b / c; const d = 'x'; Date.now(); const e = f / g;").code).toContain('Date.now()');
    expect(scan('a.ts', 'const a = x.replace(/["\'`]/g, y); Date.now();').code).toContain('Date.now()');
  });
});

test('the subpath imports of package.json are the rooms', () => {
  const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> };
  const rooms = new Set(Object.keys(floors).map((room) => room.split('/')[0]));
  for (const [name, path] of Object.entries(imports)) {
    const room = name.slice(1, -2);
    expect(path).toBe(`./src/${room}/*`);
    expect([...rooms]).toContain(room);
  }
});
