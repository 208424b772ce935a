import { base64Key, host, port } from './shapes.ts';
import { secretSetting, setting } from './setting.ts';

// AES-256.
const SEAL_KEY_BYTES = 32;

export const pageSettings = {
  PAGE_HOST: setting({
    group: 'pages',
    about:
      'Where the bot’s own pages listen: approving with a passkey, enrolling, /desk. They are opened only where COUNTERSIGN_PUBLIC_URL is set; let your proxy pass everything but /slack/events on to here.',
    example: '0.0.0.0',
    fallback: '127.0.0.1',
    schema: host,
  }),
  PAGE_PORT: setting({
    group: 'pages',
    about: 'The port of the pages. Not the port of Slack’s deliveries, and never that of /metrics.',
    example: '8082',
    fallback: '3002',
    schema: port,
  }),
  COUNTERSIGN_SEAL_KEY: secretSetting({
    group: 'pages',
    about:
      'The key that seals the seeds of one-time codes in the database. `openssl rand -base64 32` makes one. Without it there are no one-time codes; with another one everybody has to enrol theirs anew.',
    example: '32 random bytes in base64',
    schema: base64Key(SEAL_KEY_BYTES),
  }),
} as const;
