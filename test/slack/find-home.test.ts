import { expect, test } from 'vitest';
import type { CallSlack, SlackAnswer } from '#slack/api/call-slack.ts';
import { findHome } from '#slack/find-home.ts';

const fails = (error: string): SlackAnswer => ({ ok: false, error, retryAfterMs: 0 });
const bot = { team_id: 'T1', user_id: 'U1', bot_id: 'B1' };

const slack =
  (test: SlackAnswer, info: SlackAnswer = fails('missing_scope')): CallSlack =>
  (method) =>
    Promise.resolve(method === 'auth.test' ? test : info);

test('whose bot this is, and which app’s where Slack says so', async () => {
  const profile = { ok: true, data: { user: { profile: { api_app_id: 'A1' } } } } as const;
  expect(await findHome(slack({ ok: true, data: { ...bot, enterprise_id: 'E1' } }, profile))).toEqual({
    teamId: 'T1',
    botUserId: 'U1',
    botId: 'B1',
    enterpriseId: 'E1',
    appId: 'A1',
  });
  expect(await findHome(slack({ ok: true, data: bot }))).toMatchObject({ enterpriseId: null, appId: null });
});

test.each([
  ['invalid_auth', /SLACK_BOT_TOKEN is not valid/],
  ['token_revoked', /was revoked/],
  ['unreachable', /cannot be reached/],
  ['something_new', /Slack refused the bot token \(something_new\)/],
])('a start that ends in %s says what to do', async (error, sentence) => {
  await expect(findHome(slack(fails(error)))).rejects.toThrow(sentence);
});

test('a person’s token is not a bot’s', async () => {
  await expect(findHome(slack({ ok: true, data: { team_id: 'T1', user_id: 'U1' } }))).rejects.toThrow(
    /begins with xoxb-/,
  );
});
