import type { AddressInfo } from 'node:net';
import {
  App,
  type BlockAction,
  type ButtonAction,
  HTTPReceiver,
  LogLevel,
  SocketModeReceiver,
  type types,
} from '@slack/bolt';
import type { SlackEmulator } from '#sandbox/slack/emulator.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';
import {
  actions,
  button,
  closing,
  eventually,
  field,
  GENERAL,
  modal,
  section,
  seed,
  signingSecret,
} from './slack-stage.ts';

const quiet = { logLevel: LogLevel.ERROR };
const noRetries = { retryConfig: { retries: 0 } };

/**
 * A small app on Slack's own SDK, started the two ways apps are. It shares nothing with the emulator but the wire, so
 * both would have to misread Slack alike for a test with it to pass wrongly.
 */
export async function startBoltOverHttp(): Promise<SlackEmulator> {
  let requestUrl = '';
  const slack = closing(
    await startSlackEmulator({
      nowMs: () => Date.now(),
      seed,
      delivery: { mode: 'http', requestUrl: () => requestUrl, signingSecret },
    }),
  );
  const receiver = new HTTPReceiver({ signingSecret, ...quiet });
  const app = build(slack, receiver);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  closing({ close: async () => void (await app.stop()) });
  requestUrl = `http://127.0.0.1:${(server as { address(): AddressInfo }).address().port}/slack/events`;
  return slack;
}

export async function startBoltOverSocket(): Promise<SlackEmulator> {
  const slack = closing(await startSlackEmulator({ nowMs: () => Date.now(), seed, delivery: { mode: 'socket' } }));
  const clientOptions = { slackApiUrl: slack.apiUrl, ...noRetries };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    installerOptions: { clientOptions },
    clientPingTimeout: 600,
    ...quiet,
  });
  const app = build(slack, receiver);
  await app.start();
  closing({ close: async () => void (await app.stop()) });
  await eventually(() => slack.connections() === 1);
  return slack;
}

function build(slack: SlackEmulator, receiver: HTTPReceiver | SocketModeReceiver): App {
  const app = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.apiUrl, ...noRetries },
    ...quiet,
  });
  addRequestFlow(app);
  addMenus(app);
  return app;
}

/** Command → form → card → decision, the shape of every approval bot. */
function addRequestFlow(app: App): void {
  app.command('/openai', async ({ ack, client, command, respond }) => {
    await ack();
    if (command.text === 'help') {
      await respond({ text: `Hello <@${command.user_id}>`, response_type: 'ephemeral' });
      return;
    }
    const target = { type: 'external_select', action_id: 'project', min_query_length: 0 };
    const view = modal([field('reason'), field('target', target)], { callback_id: 'ask' }) as types.ModalView;
    await client.views.open({ trigger_id: command.trigger_id, view });
  });
  app.options('project', async ({ ack, options }) => {
    await ack({ options: [{ text: { type: 'plain_text', text: `Project ${options.value}` }, value: 'proj_1' }] });
  });
  app.view('ask', async ({ ack, view, body, client }) => {
    const values = view.state.values;
    const reason = values['reason']?.['value']?.value ?? '';
    if (reason.length < 5) {
      await ack({ response_action: 'errors', errors: { reason: 'Say a little more' } });
      return;
    }
    await ack();
    const project = values['target']?.['project']?.selected_option?.value ?? '';
    const blocks = [
      section(`<@${body.user.id}> asks: ${reason} (${project})`),
      actions('decision', button('approve', { value: 'request-1' })),
    ];
    const card = { channel: GENERAL, text: `Request: ${reason}`, blocks };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's postMessage, not a window's
    await client.chat.postMessage(card);
  });
  app.action('approve', async ({ ack, action, body, client, respond }) => {
    await ack();
    const press = body as BlockAction<ButtonAction>;
    await respond({ text: `You approved ${(action as ButtonAction).value}`, replace_original: false });
    await client.chat.update({
      channel: press.channel?.id ?? '',
      ts: press.message?.ts ?? '',
      text: `Approved by <@${press.user.id}>`,
      blocks: [],
    });
  });
}

function addMenus(app: App): void {
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [section('Your requests')] },
    });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `You said: ${event.text}`, thread_ts: event.ts });
  });
  app.shortcut('get_api_key', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: modal([section('Which project?')]) as types.ModalView,
    });
  });
  app.shortcut('report_leak', async ({ ack, client }) => {
    await ack();
    const file = Buffer.from('not really a picture');
    await client.filesUploadV2({
      channel_id: GENERAL,
      filename: 'spend.png',
      file,
      alt_text: 'Spend rose',
      initial_comment: 'This week',
    });
  });
}
