import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHere } from '../run-here.ts';

const callCli = (args: readonly string[]) => runHere(['policy', ...args]);

const START_UP = 'data/policies/start-up.yml';
const asking = ['--person', 'somebody', '--operation', 'keys.issue', '--project', 'search-dev'];

test('a policy that can be used is said to be', async () => {
  const { code, out } = await callCli(['check', START_UP, '--strict']);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('can be used: 6 rules') as string });
});

test('what is worth a second look ends with 1 only where that is asked for', async () => {
  const keysOnly = 'data/policies/keys-only.yml';
  expect((await callCli(['check', keysOnly])).code).toBe(0);
  const strict = await callCli(['check', keysOnly, '--strict', '--json']);
  expect(strict.code).toBe(1);
  expect(JSON.parse(strict.out)).toMatchObject({
    warnings: [],
    stalls: [expect.stringContaining('names no fallback')],
  });
});

test('a policy that cannot be used, or read, ends with 78', async () => {
  expect((await callCli(['check', 'package.json'])).code).toBe(78);
  expect(await callCli(['check', 'no-such-file.yml'])).toMatchObject({
    code: 78,
    err: 'no-such-file.yml cannot be read.\n',
  });
});

test('one request is explained, and a refused one ends with 1', async () => {
  const allowed = await callCli(['explain', START_UP, ...asking, '--lifetime', '30d']);
  expect(allowed.code).toBe(0);
  expect(allowed.out).toContain('1 person from team-leads\n');
  const refused = await callCli(['explain', START_UP, ...asking, '--lifetime', '31d', '--json']);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({ answer: 'refused: no rule allows it' });
});

test('flags that are not understood end with 64', async () => {
  const { code, err } = await callCli(['explain', START_UP, '--person', 'erin', '--lifetime', 'long']);
  expect(code).toBe(64);
  expect(err).toContain('--operation: This is missing.');
});

test('examples are tried, and one that is answered otherwise ends with 1', async () => {
  expect((await callCli(['test', START_UP])).code).toBe(0);
  const other = await callCli(['test', START_UP, '--examples', 'data/policies/bank.examples.yml']);
  expect(other.code).toBe(1);
  expect(other.out).toContain('✗ ');
});

describe('a policy that is spread over the files of a folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-split-'));
    const [head = '', rules = ''] = readFileSync(START_UP, 'utf8').split(/^(?=rules:)/m);
    writeFileSync(join(folder, '10-house.yml'), head);
    writeFileSync(join(folder, '20-rules.yml'), rules);
    cpSync('data/policies/start-up.examples.yml', join(folder, 'all.examples.yml'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is the policy in one file: same verdicts, same digest', async () => {
    const [split, whole] = [await callCli(['check', folder, '--json']), await callCli(['check', START_UP, '--json'])];
    expect(JSON.parse(split.out)).toEqual(JSON.parse(whole.out));
    expect(await callCli(['diff', START_UP, folder])).toMatchObject({ code: 0, out: 'These two say the same.\n' });
    expect((await callCli(['explain', folder, ...asking, '--lifetime', '30d'])).code).toBe(0);
    expect((await callCli(['test', folder])).code).toBe(0);
  });

  test('is refused with the file, line and column of what is wrong', async () => {
    writeFileSync(join(folder, '30-more.yml'), 'live: off\n');
    const { code, err } = await callCli(['check', folder]);
    expect(code).toBe(78);
    expect(err).toMatch(/30-more\.yml:1:1 live: This stands at .*20-rules\.yml:\d+:1 too; keep one\./);
  });
});

test('the JSON Schema of one file of a folder asks for no section', async () => {
  const part = JSON.parse((await callCli(['schema', '--part'])).out) as Record<string, unknown>;
  expect(part).not.toHaveProperty('required');
  expect(part).toMatchObject({ type: 'object', additionalProperties: false });
});

test('the JSON Schema is printed', async () => {
  expect(JSON.parse((await callCli(['schema'])).out)).toMatchObject({ title: 'Countersign policy', type: 'object' });
});
