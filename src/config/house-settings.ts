import { z } from 'zod';
import { base64Key, database, host, path, port, publicUrl, yes } from './shapes.ts';
import { secretSetting, setting } from './setting.ts';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

// A button's proof is an HMAC-SHA-256, whose key is as long as its output.
const MAC_KEY_BYTES = 32;

export const houseSettings = {
  COUNTERSIGN_MAC_KEY: secretSetting({
    group: 'slack',
    about:
      'The key with which the bot proves that a button in Slack is its own. `countersign init` makes one; changing it makes buttons posted before useless.',
    example: '32 random bytes in base64',
    decides: true,
    schema: base64Key(MAC_KEY_BYTES),
  }),
  COUNTERSIGN_DEPLOYMENT: setting({
    group: 'installation',
    about:
      'The name of this installation. It stands in every request’s digest and in every button, so that a test installation’s approvals mean nothing to another one.',
    example: 'production',
    fallback: 'countersign',
    schema: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'Write up to 32 lower-case letters, digits and hyphens.'),
  }),
  COUNTERSIGN_COMMAND: setting({
    group: 'installation',
    about:
      'The name of the slash command, as it stands in the app’s manifest (`countersign manifest --command /oai` makes one with another name).',
    example: '/oai',
    fallback: '/openai',
    schema: z.string().regex(/^\/[a-z0-9_-]{1,31}$/, 'Write a slash and up to 31 lower-case letters, digits, - or _.'),
  }),
  COUNTERSIGN_PUBLIC_URL: setting({
    group: 'installation',
    about:
      'The https address under which the outside reaches this bot. With it the bot has pages of its own, on which people approve with passkeys; with SLACK_SIGNING_SECRET the doctor asks it whether Slack’s deliveries arrive.',
    example: 'https://countersign.example.com',
    fallback: null,
    schema: publicUrl,
  }),
  POLICY_FILE: setting({
    group: 'installation',
    about:
      'The policy: who may ask for what, who approves, which channels. A file, or a folder whose *.yml files say it together.',
    example: '/etc/countersign/policy.yml',
    fallback: 'data/policy.yml',
    schema: path,
  }),
  DATABASE_URL: setting({
    group: 'installation',
    about:
      'The database file. Practice mode keeps its own beside it (`countersign.practice.sqlite`); the sandbox ignores it and uses one that it throws away.',
    example: 'sqlite:/data/countersign.sqlite',
    fallback: 'sqlite:data/countersign.sqlite',
    schema: database,
  }),
  COUNTERSIGN_PROXY: secretSetting({
    group: 'installation',
    about:
      'A proxy for the calls to OpenAI. HTTP_PROXY and its relatives are not used, and calls to Slack go directly.',
    example: 'http://proxy.example:3128',
    schema: z.url({ protocol: /^https?$/, error: 'Write the address of a proxy, like http://proxy.example:3128.' }),
  }),
  COUNTERSIGN_ALLOW_OTHER_HOST: setting({
    group: 'installation',
    about:
      'Allows SLACK_API_URL and COUNTERSIGN_OPENAI_BASE_URL to name another host than the vendor’s own. For tests and gateways only: that host sees the credentials.',
    example: '1',
    fallback: null,
    schema: yes,
  }),
  COUNTERSIGN_CA_SHA256: setting({
    group: 'installation',
    about:
      'If NODE_EXTRA_CA_CERTS must be set: the SHA-256 of that file (`sha256sum`). Without it an extra authority is refused, because whoever it belongs to could read every credential.',
    example: '64 hexadecimal characters',
    fallback: null,
    schema: z.string().regex(/^[0-9a-fA-F]{64}$/, 'Write 64 hexadecimal characters.'),
  }),
  NODE_ENV: setting({
    group: 'installation',
    about:
      'With `production` (as in the container) a start without any settings is refused instead of opening the sandbox.',
    example: 'production',
    fallback: null,
    schema: z.string(),
  }),
  LOG_LEVEL: setting({
    group: 'installation',
    about: 'How much is logged: debug, info, warn or error. `debug` is refused while real credentials are present.',
    example: 'warn',
    fallback: 'info',
    schema: z.enum(logLevels, 'Write debug, info, warn or error.'),
  }),
  WEB_HOST: setting({
    group: 'health',
    about:
      'Where /healthz and /readyz answer. Keep it on loopback unless a probe comes from outside the machine or pod.',
    example: '0.0.0.0',
    fallback: '127.0.0.1',
    schema: host,
  }),
  WEB_PORT: setting({
    group: 'health',
    about: 'The port of /healthz and /readyz.',
    example: '9001',
    fallback: '3001',
    schema: port,
  }),
  COUNTERSIGN_SANDBOX_PORT: setting({
    group: 'sandbox',
    about: 'The port of the sandbox’s page, on 127.0.0.1.',
    example: '8080',
    fallback: '4300',
    schema: port,
  }),
} as const;
