import { expect, onTestFinished, test, vi } from 'vitest';
import { run } from '../../../src/cli/run.ts';

async function callCli(args: readonly string[]) {
  const heard = { out: '', err: '' };
  for (const [stream, key] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((text) => {
      heard[key] += String(text);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  return { code: await run(['policy', ...args]), ...heard };
}

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

test('the JSON Schema is printed', async () => {
  expect(JSON.parse((await callCli(['schema'])).out)).toMatchObject({ title: 'Countersign policy', type: 'object' });
});
