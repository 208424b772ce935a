import { describe, expect, it } from 'vitest';
import { problemOf } from '#openai/problem.ts';
import { fakeKey } from './support/fixtures.ts';
import { answeredWith, problem } from './support/replies.ts';

describe('the code of a problem', () => {
  it.each([
    [401, problem('Incorrect API key provided.', 'invalid_api_key'), 'invalid_api_key'],
    [401, problem('Your IP is not authorized.', 'ip_not_authorized'), 'ip_not_authorized'],
    [401, problem('You have insufficient permissions. Missing scopes: api.management.write.'), 'missing_scopes'],
    [403, problem('Missing scopes: api.management.write.'), 'missing_scopes'],
    [403, problem('No.'), 'forbidden'],
    [400, problem('The default project cannot be modified.'), 'bad_request'],
    [404, problem('Project proj_nope not found.', 'not_found'), 'not_found'],
    [404, problem('Key not found.', 'key_not_found'), 'not_found'],
    [404, problem('No such key.'), 'not_found'],
    [404, { code: 404, message: 'The project proj_nope was not found' }, 'not_found'],
    [404, problem('Invalid URL (GET /v2)', 'unknown_url'), 'unknown_url'],
    [404, { detail: 'a gateway' }, 'http_404'],
    [404, { message: 'no route matched' }, 'http_404'],
    [404, null, 'http_404'],
    [422, problem('No.'), 'unprocessable'],
    [429, problem('Slow down.'), 'rate_limit_exceeded'],
    [500, problem('The server had an error.'), 'server_error'],
    [502, null, 'http_502'],
    [400, problem('No.', 'Not A Code! <script>'), 'bad_request'],
  ])('of a %i with %j is %s', (status, body, code) => {
    expect(problemOf(answeredWith(status, body)).code).toBe(code);
  });
});

describe('the sentence of a problem', () => {
  it('says what to do and what OpenAI said', () => {
    expect(problemOf(answeredWith(401, problem('Your IP is not authorized.', 'ip_not_authorized'))).sentence).toBe(
      'OpenAI does not allow this machine’s address. Add the bot’s address to the organization’s IP allow-list. ' +
        'OpenAI said: “Your IP is not authorized.”',
    );
  });

  it('holds no key that OpenAI repeats, and no line breaks', () => {
    const key = fakeKey('admin', 'b'.repeat(40));
    const { sentence } = problemOf(answeredWith(400, problem(`Bad key\n${key}`)));
    expect(sentence).toBe('OpenAI refused this (400). OpenAI said: “Bad key [secret]”');
  });

  it('says how long a 429 lasts', () => {
    const slow = problem('Slow down.', 'rate_limit_exceeded');
    expect(problemOf(answeredWith(429, slow, { hintMs: 60_000 })).sentence).toContain('in 1 minute.');
    expect(problemOf(answeredWith(429, slow)).sentence).toContain('in a minute.');
  });

  it('never follows or hides a redirect', () => {
    expect(problemOf(answeredWith(302, null)).sentence).toContain('redirect');
  });
});
