import { describe, expect, it } from 'vitest';
import { classify } from '#openai/classify.ts';
import type { Loss } from '#openai/loss.ts';
import { createAccount, createKey, deleteKey, listProjects } from './support/fixtures.ts';
import { answeredWith, lostReply, problem } from './support/replies.ts';

const deleted = { id: 'key_1', object: 'organization.project.api_key.deleted', deleted: true };

describe('an answered change', () => {
  it.each([
    ['200 with the new object', createAccount, 200, { id: 'svc_1' }],
    ['201, as some creates answered before 2025-12', createKey, 201, { id: 'key_1', value: '[secret]' }],
    ['200 to a delete', deleteKey, 200, deleted],
    ['200 to a delete that leaves "deleted" out', deleteKey, 200, { id: 'key_1' }],
    ['200 to a delete without an id', deleteKey, 200, { deleted: true }],
    ['200 with fields nobody knows yet', createAccount, 200, { id: 'svc_1', brand_new: { x: [1] } }],
  ])('is applied: %s', (...[, call, status, body]) => {
    expect(classify(call, answeredWith(status, body))).toEqual({ kind: 'applied', answer: body });
  });

  it.each([
    [400, problem('The default project cannot be modified.'), 'bad_request'],
    [401, problem('Incorrect API key provided.', 'invalid_api_key'), 'invalid_api_key'],
    [403, problem('No.'), 'forbidden'],
    [404, problem('Key key_1 not found.', 'not_found'), 'not_found'],
    [404, null, 'http_404'],
    [422, problem('No.'), 'unprocessable'],
    [400, null, 'http_400'],
  ])('is not applied: %i with %j', (status, body, code) => {
    expect(classify(deleteKey, answeredWith(status, body))).toMatchObject({ kind: 'not-applied', code });
  });

  it('is throttled by a 429, for as long as it says or a minute', () => {
    const slow = problem('Slow down.', 'rate_limit_exceeded');
    expect(classify(deleteKey, answeredWith(429, slow, { hintMs: 6937 }))).toMatchObject({
      kind: 'throttled',
      retryAfterMs: 6937,
    });
    expect(classify(deleteKey, answeredWith(429, null))).toMatchObject({ kind: 'throttled', retryAfterMs: 60_000 });
  });

  it.each([
    ['200 whose body cannot be read', deleteKey, 200, null],
    ['204 without a body', deleteKey, 204, null],
    ['200 to a delete that deleted nothing', deleteKey, 200, { id: 'key_1', deleted: false }],
    ['200 about another object', deleteKey, 200, { ...deleted, id: 'key_2' }],
    ['301', createAccount, 301, null],
    ['307', createAccount, 307, null],
    ['308 with an answer', createAccount, 308, { id: 'svc_1' }],
    ['408', createAccount, 408, problem('Timeout.')],
    ['409', createAccount, 409, problem('Conflict.')],
    ['405, which is not documented', createAccount, 405, problem('No.')],
    ['413, which is not documented', createAccount, 413, null],
    ['500', createAccount, 500, problem('The server had an error.')],
    ['502', createAccount, 502, null],
    ['503', createAccount, 503, problem('Overloaded.')],
    ['504', createAccount, 504, null],
    ['599', createAccount, 599, null],
  ])('is unknown: %s', (...[, call, status, body]) => {
    expect(classify(call, answeredWith(status, body)).kind).toBe('unknown');
  });
});

describe('a change without an answer', () => {
  const before: readonly Loss[] = [
    'name not found',
    'connection refused',
    'connection not made in time',
    'TLS refused',
    'proxy refused',
    'stopping',
    'connection lost',
  ];
  it.each(before)('is not applied if no byte was sent: %s', (loss) => {
    expect(classify(createKey, lostReply(loss, false))).toMatchObject({ kind: 'not-applied', code: 'not_sent' });
  });

  const after: readonly Loss[] = [
    'connection lost',
    'answer not in time',
    'answer too large',
    'refused a second sending',
    'stopping',
    'unknown failure',
    'connection refused',
    'TLS refused',
  ];
  it.each(after)('is unknown if anything may have been sent: %s', (loss) => {
    expect(classify(createKey, lostReply(loss, true)).kind).toBe('unknown');
  });

  it('is unknown even if the head of a refusal was seen before it broke', () => {
    expect(classify(createKey, lostReply('connection lost', true, 401)).kind).toBe('unknown');
  });
});

it('a read has no outcome', () => {
  expect(() => classify(listProjects, answeredWith(200, {}))).toThrow('Only changes');
});
