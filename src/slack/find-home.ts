import { Fault } from '#domain/fault.ts';
import type { CallSlack } from './api/call-slack.ts';
import { isRecord } from './api/record.ts';
import type { Home } from './slack-face.ts';

const advice: Readonly<Record<string, string>> = {
  invalid_auth: 'SLACK_BOT_TOKEN is not valid. Copy it again from the app’s “OAuth & Permissions” page.',
  not_authed: 'SLACK_BOT_TOKEN is empty.',
  account_inactive: 'The app was removed from the workspace. Install it again.',
  token_revoked: 'SLACK_BOT_TOKEN was revoked. Install the app again.',
  token_expired: 'SLACK_BOT_TOKEN has expired. Install the app again.',
  unreachable: 'Slack cannot be reached from here.',
};

/** Asks Slack once whose bot we are, so that a wrong token ends the start with a sentence and no delivery has to ask. */
export async function findHome(call: CallSlack): Promise<Home> {
  const answer = await call('auth.test', {});
  if (!answer.ok) {
    const code = answer.error === 'unreachable' ? 'slack.unreachable' : 'slack.refused';
    throw new Fault(code, advice[answer.error] ?? `Slack refused the bot token (${answer.error}).`, {
      canRetry: answer.error === 'unreachable',
    });
  }
  const { team_id: teamId, user_id: botUserId, bot_id: botId, enterprise_id: enterpriseId } = answer.data;
  if (typeof teamId !== 'string' || typeof botUserId !== 'string' || typeof botId !== 'string') {
    throw new Fault('slack.refused', 'SLACK_BOT_TOKEN is not a bot’s token. Use the one that begins with xoxb-.');
  }
  return {
    teamId,
    botUserId,
    botId,
    enterpriseId: typeof enterpriseId === 'string' ? enterpriseId : null,
    appId: await findAppId(call, botUserId),
  };
}

/** The bot's own profile names its app (Slack API docs, "User object", 2026). Where it does not, app ids are not compared. */
async function findAppId(call: CallSlack, botUserId: string): Promise<string | null> {
  const answer = await call('users.info', { user: botUserId });
  const user = answer.ok && isRecord(answer.data['user']) ? answer.data['user'] : {};
  const profile = isRecord(user['profile']) ? user['profile'] : {};
  return typeof profile['api_app_id'] === 'string' && profile['api_app_id'] !== '' ? profile['api_app_id'] : null;
}
