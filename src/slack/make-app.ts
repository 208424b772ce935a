import { App, ErrorCode, type Receiver } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Secret } from '#domain/secret.ts';
import type { Log } from '#workflow/ports/log.ts';
import { connectAll } from './connect-bolt.ts';
import type { Door } from './door.ts';
import { registrations } from './register.ts';
import type { Home } from './slack-face.ts';
import type { Refused } from './transport/refused.ts';

export interface AppOptions {
  readonly receiver: Receiver;
  readonly home: Home;
  readonly botToken: Secret;
  readonly clientOptions: WebClientOptions;
  readonly sdkLogger: Logger;
  readonly log: Log;
  readonly refused: Refused;
  readonly door: Door;
  readonly commandName: string;
}

/** Whether a delivery is for the workspace we are installed in; in an Enterprise organization the organization counts. */
function isOurs(home: Home, source: { teamId?: string | undefined; enterpriseId?: string | undefined }): boolean {
  if (source.teamId === home.teamId) return true;
  return home.enterpriseId !== null && source.enterpriseId === home.enterpriseId;
}

/** Through which workspace an event came: where somebody acts is not always where the app is installed. Left out where Slack knows no other. */
function isActedHere(home: Home, body: unknown): boolean {
  const { context_team_id: context } = (body ?? {}) as { readonly context_team_id?: unknown };
  return context === undefined || context === null || context === home.teamId || context === home.enterpriseId;
}

const authorizationError: string = ErrorCode.AuthorizationError;

/** Bolt, with every listener of the register. It parses and routes; tokens, clients and answers are ours. */
export function makeApp(options: AppOptions): void {
  const { home, log } = options;
  const app = new App({
    receiver: options.receiver,
    logger: options.sdkLogger,
    clientOptions: { ...options.clientOptions },
    // Conversation state would be kept in memory for ever.
    convoStore: false,
    extendedErrorHandler: true,
    authorize: ({ teamId, enterpriseId }, body) => {
      if (!isOurs(home, { teamId, enterpriseId }) || !isActedHere(home, body)) {
        options.refused.count('other-team');
        return Promise.reject(new Error('A delivery for another workspace'));
      }
      return Promise.resolve({
        botToken: options.botToken.reveal(),
        botId: home.botId,
        botUserId: home.botUserId,
        teamId: home.teamId,
      });
    },
  });
  app.error(async (failed: { error: Error & { code: string } }) => {
    const { error } = failed;
    // Nothing runs for another workspace, and Bolt acknowledges it.
    if (error.code === authorizationError) return;
    log.error({ error: error.message, code: error.code }, 'A Slack delivery failed');
    // Thrown on, so that it is answered at once and not after Slack's 3 s.
    throw error;
  });
  connectAll(app, options.door, { registrations, commandName: options.commandName });
}
