import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleFiles, readPolicyText } from '#config/read-policy-text.ts';
import { splitFiles } from '#policy/policy-files.ts';

let home = '';
let folder = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'countersign-policy-'));
  folder = join(home, 'policy');
  mkdirSync(folder);
});
afterEach(() => rmSync(home, { recursive: true }));

const put = (name: string, text = name): void => writeFileSync(join(home, name), text);

/** The files of the folder, by their names in it. */
const files = (): readonly string[] =>
  splitFiles(readPolicyText(folder).text, '').map(({ name, text }) => `${name.slice(home.length + 1)} = ${text}`);

describe('a policy on the disk', () => {
  test('is the text of its file', () => {
    put('policy.yml', 'version: 2\n');
    expect(readPolicyText(join(home, 'policy.yml'))).toEqual({ text: 'version: 2\n', file: join(home, 'policy.yml') });
  });

  test('is every *.yml of its folder in the order of their names, without hidden files, examples and other papers', () => {
    for (const name of ['b.yml', 'a.yml', 'B.yml', '.swap.yml', 'a.examples.yml', 'README.md']) put(`policy/${name}`);
    expect(files()).toEqual(['policy/B.yml', 'policy/a.yml', 'policy/b.yml'].map((name) => `${name} = ${name}`));
    expect(readPolicyText(folder).file).toBe(folder);
  });

  test('is read through the links that a mounted volume is made of', () => {
    mkdirSync(join(folder, '..data'));
    put('policy/..data/a.yml', 'version: 2');
    symlinkSync(join('..data', 'a.yml'), join(folder, 'a.yml'));
    expect(readPolicyText(folder)).toEqual({ text: 'version: 2', file: join(folder, 'a.yml') });
  });

  test.each([
    ['holds none', () => undefined, 'There is no *.yml file'],
    ['has a file that would be passed over in silence', () => put('policy/a.yaml'), 'Name '],
    ['has a folder in it', () => mkdirSync(join(folder, 'more')), 'which is not read'],
    [
      'has more files than anybody writes',
      () => Array.from({ length: 101 }, (_, i) => put(`policy/${i}.yml`)),
      'more than 100 files',
    ],
  ])('is refused where its folder %s', (_, prepare, sentence) => {
    prepare();
    expect(() => readPolicyText(folder)).toThrow(sentence);
  });
});

describe('the examples of a policy', () => {
  test('stand beside its file', () => {
    put('policy.yml');
    expect(exampleFiles(join(home, 'policy.yml'))).toEqual([join(home, 'policy.examples.yml')]);
  });

  test('stand beside its folder, in it, or both', () => {
    expect(exampleFiles(`${folder}/`)).toEqual([`${folder}.examples.yml`]);
    put('policy/keys.examples.yml');
    expect(exampleFiles(folder)).toEqual([join(folder, 'keys.examples.yml')]);
    put('policy.examples.yml');
    expect(exampleFiles(folder)).toEqual([`${folder}.examples.yml`, join(folder, 'keys.examples.yml')]);
  });
});
