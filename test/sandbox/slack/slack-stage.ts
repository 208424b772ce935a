import { readFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import type { SlackEmulator, SlackEmulatorOptions } from '#sandbox/slack/emulator.ts';
import { readWorkspaceSeed } from '#sandbox/slack/seed/read-workspace-seed.ts';
import type { AppSeed } from '#sandbox/slack/seed/workspace-seed.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';
import { type RawApp, startRawApp } from './raw-app.ts';

export const seedText = readFileSync(new URL('../../../data/sandbox/workspace.json', import.meta.url), 'utf8');
export const seed = readWorkspaceSeed(seedText);

export const ERIN = 'U0ERIN0001';
export const BEA = 'U0BEA00001';
export const GUS = 'U0GUS00001';
export const DANA = 'U0DANA0001';
export const PETRA = 'U0PETRA001';
export const BOT = 'U0COUNTER1';
export const GENERAL = 'C0GENERAL1';
export const SEARCH = 'C0SEARCH01';
export const APPROVALS = 'C0APPROVE1';
export const ALERTS = 'C0ALERTS01';
export const PARTNERS = 'C0PARTNER1';
export const signingSecret = 'a-secret-of-the-tests';

const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of running.splice(0).toReversed()) await close();
});

/** Closes at the end of the test, whatever happens in it. */
export function closing<Closable extends { close(): Promise<void> }>(thing: Closable): Closable {
  running.push(() => thing.close());
  return thing;
}

export interface Stage {
  readonly slack: SlackEmulator;
  readonly app: RawApp;
  /** Two clocks a test can move. */
  readonly clock: { nowMs: number; monotonicMs: number };
}

type Wanted = Partial<Pick<SlackEmulatorOptions, 'app' | 'behaviour'>> & { readonly scopes?: AppSeed['botScopes'] };

/** An emulated Slack with the seed, and an app that keeps what it gets; limits off unless asked for. */
export async function setStage(wanted: Wanted = {}): Promise<Stage> {
  const app = closing(await startRawApp());
  const clock = { nowMs: Date.UTC(2026, 0, 15, 9, 30), monotonicMs: 0 };
  const scopes = wanted.scopes === undefined ? {} : { botScopes: wanted.scopes };
  const slack = closing(
    await startSlackEmulator({
      nowMs: () => clock.nowMs,
      monotonicMs: () => clock.monotonicMs,
      seed,
      delivery: { mode: 'http', requestUrl: () => app.url, signingSecret },
      behaviour: { rateLimits: { perChannel: false, perMethod: false }, eventRetryDelaysMs: [], ...wanted.behaviour },
      app: { ...wanted.app, ...scopes },
    }),
  );
  return { slack, app, clock };
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads into JSON of many shapes
export type Json = any;

/** One Web API call with the bot's token, as an SDK makes it: a form, lists and objects as JSON inside. */
export async function call(slack: SlackEmulator, method: string, args: Record<string, unknown> = {}): Promise<Json> {
  return (await rawCall({ slack, method, args, token: slack.botToken })).json();
}

/** The URL of one new Socket Mode connection. */
export async function openConnection(slack: SlackEmulator): Promise<string> {
  const response = await rawCall({ slack, method: 'apps.connections.open', token: slack.appToken });
  return ((await response.json()) as { url: string }).url;
}

export function rawCall(sent: {
  slack: SlackEmulator;
  method: string;
  token?: string;
  args?: Record<string, unknown>;
}): Promise<Response> {
  const { slack, method, token = slack.botToken, args = {} } = sent;
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(args))
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/x-www-form-urlencoded' };
  return fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body: form.toString() });
}

/** Waits until the seat shows something: checks at once and after every change. */
export function shown<Value>(slack: SlackEmulator, look: () => Value | null | undefined): Promise<Value> {
  return new Promise((resolve) => {
    let stop = () => {};
    const check = () => {
      const value = look();
      if (value === null || value === undefined) return;
      stop();
      resolve(value);
    };
    stop = slack.seat.subscribe(check);
    check();
  });
}

/** Waits for a condition that rings no bell, one turn of the event loop at a time; the test's own timeout is the limit. */
export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

export const button = (action: string, more: object = {}) => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text: action },
  ...more,
});
export const actions = (blockId: string, ...elements: object[]) => ({ type: 'actions', block_id: blockId, elements });
export const section = (text: string, more: object = {}) => ({
  type: 'section',
  text: { type: 'mrkdwn', text },
  ...more,
});
export const field = (blockId: string, element: object = {}, more: object = {}) => ({
  type: 'input',
  block_id: blockId,
  label: { type: 'plain_text', text: blockId },
  element: { type: 'plain_text_input', action_id: 'value', ...element },
  ...more,
});
export const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks,
  ...more,
});
export const typed = (value: string | null) => ({ type: 'plain_text_input', value });
