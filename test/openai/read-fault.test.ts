import { describe, expect, it } from 'vitest';
import { faultOf } from '#openai/read-fault.ts';
import { answeredWith, lostReply, problem } from './support/replies.ts';

describe('a read that failed', () => {
  it.each([
    [401, problem('No.', 'invalid_api_key'), 'openai.forbidden', false],
    [403, problem('No.'), 'openai.forbidden', false],
    [404, problem('Not found.', 'not_found'), 'openai.not_found', false],
    [404, null, 'openai.bad_answer', false],
    [404, problem('Invalid URL', 'unknown_url'), 'openai.bad_answer', false],
    [400, problem('Invalid limit.'), 'openai.refused', false],
    [422, problem('No.'), 'openai.refused', false],
    [302, null, 'openai.bad_answer', false],
    [408, problem('Timeout.'), 'openai.unreachable', true],
    [409, problem('Conflict.'), 'openai.unreachable', true],
    [429, problem('Slow down.'), 'openai.throttled', true],
    [500, problem('Error.'), 'openai.unreachable', true],
    [503, null, 'openai.unreachable', true],
    [200, null, 'openai.bad_answer', true],
  ])('with %i and %j is %s', (...[status, body, code, canRetry]) => {
    expect(faultOf(answeredWith(status, body))).toMatchObject({ name: 'Fault', code, canRetry });
  });

  it('names the request for the support', () => {
    expect(faultOf(answeredWith(500, null, { requestId: 'req_42' })).message).toMatch(/\(request req_42\)$/);
  });

  it('without an answer can be tried again, unless TLS was refused or the answer was too large', () => {
    expect(faultOf(lostReply('connection refused', false))).toMatchObject({
      code: 'openai.unreachable',
      canRetry: true,
    });
    expect(faultOf(lostReply('TLS refused', false))).toMatchObject({ code: 'openai.unreachable', canRetry: false });
    expect(faultOf(lostReply('answer too large', true))).toMatchObject({ code: 'openai.bad_answer', canRetry: false });
  });
});
