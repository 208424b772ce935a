import { z } from 'zod';
import { cidrs, host, plainUrl, port } from './shapes.ts';
import { secretSetting, setting } from './setting.ts';

// A bot token needs at least its prefix and three parts; the exact form belongs to Slack and has changed before.
const MIN_TOKEN_TAIL = 10;

const token = (prefix: string, hint: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}[A-Za-z0-9-]{${MIN_TOKEN_TAIL},}$`),
      `This is not ${hint}: those begin with ${prefix}.`,
    );

export const slackSettings = {
  SLACK_BOT_TOKEN: secretSetting({
    group: 'slack',
    about: 'The bot token of the Slack app, from “OAuth & Permissions” after installing the app in the workspace.',
    example: 'xoxb-…',
    decides: true,
    schema: token('xoxb-', 'a bot token'),
  }),
  SLACK_APP_TOKEN: secretSetting({
    group: 'slack',
    about:
      'The app-level token with the scope connections:write, from “Basic Information”. With it the bot uses Socket Mode and needs no address that Slack can reach.',
    example: 'xapp-…',
    decides: true,
    schema: token('xapp-', 'an app-level token'),
  }),
  SLACK_SIGNING_SECRET: secretSetting({
    group: 'slack',
    about:
      'The signing secret, from “Basic Information”. With it, instead of SLACK_APP_TOKEN, Slack calls the bot over HTTP at /slack/events.',
    example: '32 hexadecimal characters',
    decides: true,
    schema: z
      .string()
      .regex(/^[0-9a-fA-F]{32,}$/, 'This is not a signing secret: those are at least 32 hexadecimal characters.'),
  }),
  HOST: setting({
    group: 'slack',
    about: 'Where the HTTP receiver listens. Only used with SLACK_SIGNING_SECRET; in a container write 0.0.0.0.',
    example: '0.0.0.0',
    fallback: '127.0.0.1',
    schema: host,
  }),
  PORT: setting({
    group: 'slack',
    about: 'The port of the HTTP receiver. Only used with SLACK_SIGNING_SECRET.',
    example: '8080',
    fallback: '3000',
    schema: port,
  }),
  SLACK_SOURCE_CIDRS: setting({
    group: 'slack',
    about:
      'Network ranges from which the HTTP receiver accepts connections; others are refused before their body is read. Useful behind a proxy whose address is known.',
    example: '10.0.0.0/8, 2001:db8::/32',
    fallback: null,
    decides: true,
    schema: cidrs,
  }),
  SLACK_API_URL: setting({
    group: 'slack',
    about:
      'Where Slack’s Web API is. Another host gets the bot’s tokens, so it also needs COUNTERSIGN_ALLOW_OTHER_HOST.',
    example: 'http://127.0.0.1:4010/api/',
    fallback: 'https://slack.com/api/',
    decides: true,
    schema: plainUrl,
  }),
} as const;
