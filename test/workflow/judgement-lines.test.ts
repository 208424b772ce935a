import { describe, expect, test } from 'vitest';
import type { Reason } from '#policy/verdict.ts';
import { judgementLines } from '#workflow/judgement-lines.ts';

const look = (met: boolean, sentence: string, because: readonly Reason[] = []): Reason => ({ met, sentence, because });
const linesOf = (...because: readonly Reason[]) =>
  judgementLines(look(true, 'keys.issue is allowed.', because), 'keys.issue').map(({ said, because: why }) =>
    `${said} ${why}`.trim(),
  );
const everyone = look(true, 'It is for everyone.');

describe('what the policy looked at', () => {
  test('is a line a rule: all that made it fit, or what it lacked', () => {
    expect(linesOf(look(true, 'The rule “Keys” fits.', [look(true, 'It covers keys.issue.'), everyone]))).toEqual([
      '✓ The rule “Keys” fits. It covers keys.issue. It is for everyone.',
    ]);
    const production = look(false, 'It is about production projects, not search-dev.');
    expect(linesOf(look(false, 'The rule “Production” does not fit.', [everyone, production]))).toEqual([
      '· The rule “Production” does not fit. It is about production projects, not search-dev.',
    ]);
  });

  test('shows a denial as an obstacle when it fits and when nobody can tell, and as nothing when it does not', () => {
    expect(linesOf(look(true, 'The denial “Never” fits.', [everyone]))).toEqual([
      '✗ The denial “Never” fits. It is for everyone.',
    ]);
    expect(linesOf(look(false, 'The denial “Never” cannot be checked.'))).toEqual([
      '✗ The denial “Never” cannot be checked.',
    ]);
    expect(linesOf(look(false, 'The denial “Never” does not fit.'))).toEqual(['· The denial “Never” does not fit.']);
  });

  test('counts the rules that speak of other operations, and shows everything else that stands in the way', () => {
    const other = look(false, 'The rule “Roles” does not fit.', [look(false, 'It is about roles.*, not keys.issue.')]);
    expect(linesOf(other, look(false, 'Planned only: the rollout says so.'), other)).toEqual([
      '✗ Planned only: the rollout says so.',
      '· 2 rules speak of other operations.',
    ]);
  });
});
