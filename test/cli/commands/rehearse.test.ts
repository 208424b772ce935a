import { describe, expect, test } from 'vitest';
import { callCli } from '../call-cli.ts';

describe('countersign rehearse', () => {
  test('with nothing configured plays in the sandbox and ends with 0', async () => {
    const { code, out, err } = await callCli(['rehearse', '--json']);
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out) as { passed: boolean; scenes: readonly { id: string; state: string }[] };
    expect(report.passed).toBe(true);
    expect(report.scenes.filter(({ state }) => state === 'failed')).toEqual([]);
  });
});
