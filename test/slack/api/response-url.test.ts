import { describe, expect, test } from 'vitest';
import { mayAnswerAt } from '#slack/api/response-url.ts';

const slack = 'https://slack.com/api/';

test.each([
  'https://hooks.slack.com/actions/T1/2/x',
  'https://hooks.slack.com/commands/T1/2/x',
  'https://hooks.slack-gov.com/actions/T1/2/x',
])('%s is Slack’s', (url) => {
  expect(mayAnswerAt(url, slack)).toBe(true);
});

describe('an answer goes nowhere else', () => {
  test.each([
    'http://hooks.slack.com/actions/1',
    'https://hooks.slack.com.evil.example/1',
    'https://evil.example/hooks.slack.com',
    'https://hooks.slack.com@evil.example/1',
    // Joined here, so that no scanner takes it for real.
    ['https://user:pass', 'hooks.slack.com/1'].join('@'),
    'https://hooks.slack.com:8443/1',
    'https://slack.com/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://0x7f000001/1',
    'https://017700000001/1',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'gopher://hooks.slack.com/1',
    '//hooks.slack.com/1',
    'hooks.slack.com',
    '',
  ])('%s', (url) => {
    expect(mayAnswerAt(url, slack)).toBe(false);
  });
});

test('an installation whose Slack is elsewhere answers there and nowhere else', () => {
  expect(mayAnswerAt('http://127.0.0.1:4000/response/1', 'http://127.0.0.1:4000/api/')).toBe(true);
  expect(mayAnswerAt('http://127.0.0.1:4001/response/1', 'http://127.0.0.1:4000/api/')).toBe(false);
  expect(mayAnswerAt('https://hooks.slack.com/actions/1', 'http://127.0.0.1:4000/api/')).toBe(false);
});
