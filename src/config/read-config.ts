import { invariant } from '#domain/invariant.ts';
import type { BotConfig, PracticeConfig, SandboxConfig, SlackTransport } from './config.ts';
import { findDangers } from './dangers.ts';
import type { Environment } from './env.ts';
import type { Files } from './files.ts';
import { readGiven } from './given.ts';
import { practiceDatabase } from './practice-database.ts';
import type { BotSecrets, PracticeSecrets, SandboxSecrets, TransportSecret } from './secrets.ts';
import type { Values } from './settings.ts';
import { decideStart, type StartKind } from './start-kind.ts';
import { checkValues } from './values.ts';
import { problemOfHost } from './vendor-host.ts';

/** `as` names the pair: the config and the secrets of one kind of start. */
export type ReadConfig =
  | { readonly kind: 'ok'; readonly as: 'sandbox'; readonly config: SandboxConfig; readonly secrets: SandboxSecrets }
  | { readonly kind: 'ok'; readonly as: 'practice'; readonly config: PracticeConfig; readonly secrets: PracticeSecrets }
  | { readonly kind: 'ok'; readonly as: 'bot'; readonly config: BotConfig; readonly secrets: BotSecrets }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

/**
 * Turns the environment into what this start is, or into every reason why it cannot be: one sentence a line, each with what to do,
 * none with a secret in it. Reads files only where a `*_FILE` or an extra authority names one.
 */
export function readConfig(env: Environment, files: Files): ReadConfig {
  const given = readGiven(env, files);
  const checked = checkValues(given);
  const decided = decideStart(given.texts);
  const lines = checked.kind === 'refused' ? [...checked.problems] : [];
  // A secret whose file could not be read is not missing, so completeness is only spoken of when everything was readable.
  if (decided.kind === 'refused' && given.problems.length === 0) lines.push(...decided.lines);
  if (decided.kind === 'refused' || decided.start !== 'sandbox') lines.push(...findDangers(env, files));
  if (decided.kind === 'refused' || checked.kind === 'refused') return { kind: 'refused', lines };
  lines.push(...conflicts(checked.values, decided.start));
  if (lines.length > 0) return { kind: 'refused', lines };
  return settle(decided.start, checked.values);
}

function conflicts(values: Values, start: StartKind): readonly string[] {
  if (start === 'sandbox') return [];
  const allowOther = values.COUNTERSIGN_ALLOW_OTHER_HOST ?? false;
  const isDebug = values.LOG_LEVEL === 'debug';
  const taken = values.SLACK_SIGNING_SECRET === null ? [] : [values.PORT];
  const isPageMixed = values.COUNTERSIGN_PUBLIC_URL !== null && [...taken, values.WEB_PORT].includes(values.PAGE_PORT);
  const isPortTaken = values.SLACK_SIGNING_SECRET !== null && values.PORT === values.WEB_PORT;
  return [
    problemOfHost('SLACK_API_URL', values.SLACK_API_URL, allowOther),
    problemOfHost('COUNTERSIGN_OPENAI_BASE_URL', values.COUNTERSIGN_OPENAI_BASE_URL, allowOther),
    isDebug ? 'LOG_LEVEL is debug, which may show more than anybody should keep of real people. Use info.' : null,
    isPortTaken
      ? 'PORT and WEB_PORT are the same. Health must not be reachable where Slack is; give them two ports.'
      : null,
    isPageMixed
      ? 'PAGE_PORT is also the port of Slack’s deliveries or of /metrics. Give the pages a port of their own: they are open to everybody.'
      : null,
  ].filter((line) => line !== null);
}

function settle(start: StartKind, values: Values): ReadConfig {
  if (start === 'sandbox') {
    const config = { kind: start, ...house(values), pagePort: values.COUNTERSIGN_SANDBOX_PORT };
    return { kind: 'ok', as: start, config, secrets: { kind: start } };
  }
  if (start === 'practice') {
    const config = { kind: start, ...workspace(values), databaseUrl: practiceDatabase(values.DATABASE_URL) };
    return { kind: 'ok', as: start, config, secrets: { kind: start, ...workspaceSecrets(values) } };
  }
  const adminKey = values.OPENAI_ADMIN_KEY;
  invariant(adminKey !== null, 'A bot was decided on without an admin key');
  const config = { kind: start, ...workspace(values), openai: { baseUrl: values.COUNTERSIGN_OPENAI_BASE_URL } };
  return { kind: 'ok', as: start, config, secrets: { kind: start, ...workspaceSecrets(values), adminKey } };
}

function house(values: Values) {
  return {
    deployment: values.COUNTERSIGN_DEPLOYMENT,
    command: values.COUNTERSIGN_COMMAND,
    logLevel: values.LOG_LEVEL,
    health: { host: values.WEB_HOST, port: values.WEB_PORT },
  };
}

function workspace(values: Values) {
  const address = { host: values.HOST, port: values.PORT };
  const transport: SlackTransport =
    values.SLACK_APP_TOKEN === null
      ? { kind: 'http', address, sourceCidrs: values.SLACK_SOURCE_CIDRS }
      : { kind: 'socket' };
  return {
    ...house(values),
    policyFile: values.POLICY_FILE,
    databaseUrl: values.DATABASE_URL,
    publicUrl: values.COUNTERSIGN_PUBLIC_URL,
    pages: { host: values.PAGE_HOST, port: values.PAGE_PORT },
    slack: { apiUrl: values.SLACK_API_URL, transport },
  };
}

function workspaceSecrets(values: Values) {
  const {
    SLACK_BOT_TOKEN: botToken,
    COUNTERSIGN_MAC_KEY: macKey,
    COUNTERSIGN_PROXY: proxy,
    COUNTERSIGN_SEAL_KEY: sealKey,
  } = values;
  invariant(botToken !== null && macKey !== null, 'A workspace was decided on without its secrets');
  return { botToken, macKey, sealKey, proxy, transport: transportSecret(values) };
}

function transportSecret(values: Values): TransportSecret {
  if (values.SLACK_APP_TOKEN !== null) return { kind: 'socket', appToken: values.SLACK_APP_TOKEN };
  invariant(
    values.SLACK_SIGNING_SECRET !== null,
    'A workspace was decided on without a way for Slack to reach the bot',
  );
  return { kind: 'http', signingSecret: values.SLACK_SIGNING_SECRET };
}
