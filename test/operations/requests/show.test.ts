import { describe, expect, test } from 'vitest';
import { showRequest } from '#operations/requests/show.ts';
import type { ViewPart } from '#operations/view.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { requestDetail } from '../samples.ts';

const given = {
  operation: 'requests.show',
  input: { request: requestDetail.id },
  answers: { request: requestDetail },
};
const view = viewOf(given);

function rowsUnder(column: string, parts: readonly ViewPart[] = view.parts) {
  const found = parts.find((part) => part.part === 'rows' && part.columns[0] === column);
  return found?.part === 'rows' ? found : undefined;
}

test('a request is looked up in our own memory', () => {
  const { questions, calls } = gatherByHand(showRequest, erinAsks(given.input), given.answers);
  expect({ questions, calls }).toEqual({ questions: [{ of: 'request', requestId: requestDetail.id }], calls: [] });
});

describe('what is shown of a request', () => {
  test('is what was asked, why, and how it stands', () => {
    expect(view.title).toBe('R-N2BKVPG0: Issue an API key in search-dev');
    expect(factOf(view, 'State')).toBe('succeeded');
    expect(factOf(view, 'Why')).toBe('nightly evaluation');
    expect(factOf(view, 'Digest')).toBe('NENT-QA');
    expect(factOf(view, 'Outcome')).toBe('Collected by Erin Vale.');
    expect(rowsUnder('Change')?.rows.map((row) => row.cells)).toEqual([['New key', '(none)', 'nightly-eval']]);
  });

  test('is who decided what and when', () => {
    expect(rowsUnder('Decision')?.rows.map((row) => row.cells)).toEqual([
      ['approved', 'Bea Lindqvist', '2026-11-23 11:30 UTC', 'fine by me'],
    ]);
  });

  test('is which calls were sent', () => {
    expect(rowsUnder('Call')?.rows.map((row) => row.cells)).toEqual([
      ['Create a service account (POST /organization/x)', 'applied', '2026-11-23 11:59 UTC'],
    ]);
  });

  test('says when nobody decided and nothing was sent', () => {
    const request = { ...requestDetail, decisions: [], calls: [], outcome: '' };
    const { parts } = viewOf({ ...given, answers: { request } });
    expect(rowsUnder('Decision', parts)).toMatchObject({ rows: [], empty: 'Nobody has decided.' });
    expect(rowsUnder('Call', parts)).toMatchObject({ rows: [], empty: 'No call was sent.' });
  });
});

test('a request that does not exist is said so', () => {
  expect(refusalOf({ ...given, answers: { request: null } }).code).toBe('requests.show.unknown');
});

test.each([[{}], [{ request: '' }], [{ request: requestDetail.id, digest: 'x' }]])('%j is refused', (input) => {
  expect(showRequest.parseInput(input).success).toBe(false);
});
