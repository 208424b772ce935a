import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import { filesOf, slackBySocket, wholeBot } from './environments.ts';

const certificate = 'the text of a certificate';
const fingerprint = createHash('sha256').update(certificate).digest('hex');

const dangerous: readonly [string, string][] = [
  ['OPENAI_BASE_URL', 'https://elsewhere.example'],
  ['OPENAI_CUSTOM_HEADERS', 'X-Other: 1'],
  ['OPENAI_LOG', 'debug'],
  ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ['SSLKEYLOGFILE', '/tmp/keys'],
  ['NODE_USE_SYSTEM_CA', '1'],
  ['NODE_DEBUG', 'http'],
  ['NODE_EXTRA_CA_CERTS', '/etc/extra.pem'],
  ['NODE_OPTIONS', '--inspect=0.0.0.0:9229'],
  ['NODE_OPTIONS', '--max-old-space-size=512 --inspect-brk'],
  ['NODE_OPTIONS', '--require /tmp/other.js'],
  ['NODE_OPTIONS', '-r /tmp/other.js'],
  ['NODE_OPTIONS', '--import=/tmp/other.js'],
  ['NODE_OPTIONS', '--tls-keylog=/tmp/keys'],
  ['NODE_OPTIONS', '--tls-min-v1.0'],
  ['NODE_OPTIONS', '--heapsnapshot-signal=SIGUSR2'],
];

describe('a name that can lead credentials elsewhere', () => {
  test.each(dangerous)('C9 · %s=%s refuses practice and the bot', (name, value) => {
    for (const env of [slackBySocket, wholeBot]) {
      const outcome = readConfig({ ...env, [name]: value }, filesOf());
      expect(outcome).toEqual({ kind: 'refused', lines: [expect.stringContaining(`${name} is set: `)] });
    }
  });

  test.each(dangerous)('%s=%s does not stop the sandbox, which has nothing to lose', (name, value) => {
    expect(readConfig({ [name]: value }, filesOf())).toMatchObject({ kind: 'ok', as: 'sandbox' });
  });

  test('is looked for even when the set-up is refused anyway', () => {
    const outcome = readConfig({ NODE_ENV: 'production', OPENAI_LOG: 'debug' }, filesOf());
    expect(outcome).toMatchObject({
      kind: 'refused',
      lines: expect.arrayContaining([expect.stringContaining('OPENAI_LOG is set')]),
    });
  });
});

describe('what only looks dangerous', () => {
  test.each([
    ['NODE_OPTIONS', '--max-old-space-size=512 --report-exclude-env --disable-proto=throw'],
    ['NODE_OPTIONS', '--env-file-if-exists=.env'],
    ['HTTPS_PROXY', 'http://proxy.example:3128'],
    ['NODE_USE_ENV_PROXY', '1'],
    ['OPENAI_API_KEY', 'a project key of somebody who works on this machine'],
  ])('%s=%s is let be', (name, value) => {
    expect(readConfig({ ...wholeBot, [name]: value }, filesOf())).toMatchObject({ kind: 'ok' });
  });
});

test('C9 · a proxy variable that node would obey is refused', () => {
  const outcome = readConfig(
    { ...wholeBot, NODE_USE_ENV_PROXY: '1', https_proxy: 'http://proxy.example:3128' },
    filesOf(),
  );
  expect(outcome).toEqual({ kind: 'refused', lines: [expect.stringContaining('use COUNTERSIGN_PROXY')] });
});

describe('an extra authority', () => {
  const env = { ...wholeBot, NODE_EXTRA_CA_CERTS: '/etc/extra.pem' };

  test('is accepted when its file is the one that was confirmed', () => {
    const outcome = readConfig(
      { ...env, COUNTERSIGN_CA_SHA256: fingerprint.toUpperCase() },
      filesOf({ '/etc/extra.pem': certificate }),
    );
    expect(outcome).toMatchObject({ kind: 'ok' });
  });

  test('is refused when its file is another one', () => {
    const outcome = readConfig(
      { ...env, COUNTERSIGN_CA_SHA256: fingerprint },
      filesOf({ '/etc/extra.pem': `${certificate}!` }),
    );
    expect(outcome).toMatchObject({
      lines: [expect.stringContaining('is not the one that COUNTERSIGN_CA_SHA256 confirms')],
    });
  });

  test('is refused when its file cannot be read', () => {
    const outcome = readConfig({ ...env, COUNTERSIGN_CA_SHA256: fingerprint }, filesOf());
    expect(outcome).toMatchObject({ lines: [expect.stringContaining('cannot be read')] });
  });
});
