import { describe, expect, test } from 'vitest';
import { mayAnswerAt } from '#slack/api/response-url.ts';

const slack = 'https://slack.com/api/';

test.each([
  'https://hooks.slack.com/actions/T1/2/x',
  'https://hooks.slack.com/commands/T1/2/x',
  'https://hooks.slack-gov.com/actions/T1/2/x',
])('C7 · %s is Slack’s', (url) => {
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
  ])('C7 · %s', (url) => {
    expect(mayAnswerAt(url, slack)).toBe(false);
  });

  /** The local machine, private networks and the clouds' metadata in every spelling that a parser of addresses takes. */
  const inside = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '0',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    'localhost.',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '100.100.100.200',
    'metadata.google.internal',
    'hooks.slack.com.',
    'HOOKS.SLACK.COM.evil.example',
    'hooks-slack.com',
    'xn--hooks-slack-com.example',
    'hооks.slack.com',
    'hooks。slack。com.evil.example',
    'hooks.slack.com%00.evil.example',
  ];
  const shapes = [
    (host: string) => `https://${host}/actions/1`,
    (host: string) => `https://hooks.slack.com@${host}/actions/1`,
    (host: string) => `https://${host}:443/actions/1#hooks.slack.com`,
    (host: string) => `https://${host}\\@hooks.slack.com/actions/1`,
  ];
  test.each(inside.flatMap((host) => shapes.map((shape) => shape(host))))('C7 · %s', (url) => {
    expect(mayAnswerAt(url, slack)).toBe(false);
  });
});

test('C7 · an installation whose Slack is elsewhere answers there and nowhere else', () => {
  expect(mayAnswerAt('http://127.0.0.1:4000/response/1', 'http://127.0.0.1:4000/api/')).toBe(true);
  expect(mayAnswerAt('http://127.0.0.1:4001/response/1', 'http://127.0.0.1:4000/api/')).toBe(false);
  expect(mayAnswerAt('https://hooks.slack.com/actions/1', 'http://127.0.0.1:4000/api/')).toBe(false);
});
