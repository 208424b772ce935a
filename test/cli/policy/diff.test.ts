import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { runHere } from '../run-here.ts';

const SHIPPED = 'data/policies/sandbox.yml';

function policyWith(part: string, instead: string): string {
  const path = join(temporaryFolder(), 'policy.yml');
  const text = readFileSync(SHIPPED, 'utf8');
  if (!text.includes(part)) throw new Error(`The sandbox's policy does not say: ${part}`);
  writeFileSync(path, text.replace(part, instead));
  return path;
}

test('a policy that loosens something is told in sentences and ends with 1', async () => {
  const { code, out, err } = await runHere([
    'policy',
    'diff',
    SHIPPED,
    policyWith('[bea, omar, sam]', '[bea, omar, sam, priya]'),
  ]);
  expect({ code, out }).toEqual({ code: 1, out: 'looser   Priya Raman would belong to approvers.\n' });
  expect(err).toContain('two people of the old one have to adopt it');
});

test('one that only tightens ends with 0, also as JSON', async () => {
  const { code, out } = await runHere(['policy', 'diff', SHIPPED, policyWith('live: on', 'live: plan-only'), '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    loosens: false,
    differences: [{ direction: 'tighter', sentence: 'What no line of live names would be plan-only instead of on.' }],
  });
});

test('a policy compared with itself says so', async () => {
  expect(await runHere(['policy', 'diff', SHIPPED, SHIPPED])).toMatchObject({
    code: 0,
    out: 'These two say the same.\n',
  });
});

test('a file that cannot be used ends with the code of settings, and every problem', async () => {
  const broken = policyWith('live: on', 'live: sometimes');
  const { code, err } = await runHere(['policy', 'diff', SHIPPED, broken]);
  expect(code).toBe(78);
  expect(err).toContain('Write off, plan-only or on');
});
