import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';

/** One Web API call as it arrived: form fields, those that were JSON parsed. */
export interface WitnessedCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** An answer that is not emulate's own. */
export interface Failure {
  readonly body: object;
  /** 200 unless given: Slack's own refusals are. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Witness {
  readonly apiUrl: string;
  /** Where private answers to clicks and commands go. */
  readonly responseUrl: string;
  readonly calls: WitnessedCall[];
  readonly answers: Readonly<Record<string, unknown>>[];
  /** A permission to open a view, as a click gives it; from inside a modal, one to push. */
  trigger(viewId?: string): Promise<string>;
  /** Ids by name of what the workspace holds. */
  channelId(name: string): Promise<string>;
  userId(email: string): Promise<string>;
  call(method: string, args: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>>;
  /** Answers the next call of this method itself. */
  failNext(method: string, failure: Failure): void;
  /** Keeps the next call of a method on its way until it is let go. */
  hold(method: string): () => void;
  close(): Promise<void>;
}

const token = ['xoxb', 'witness'].join('-');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/**
 * Vercel's `emulate` as Slack, so that what we believe of the Web API is not only our own belief, behind an edge that notes the calls and
 * receives what it lacks: private answers, and errors on demand.
 */
export async function openWitness(): Promise<Witness> {
  const slack = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'Acme', domain: 'acme' },
        users: [{ name: 'erin', real_name: 'Erin Vale', email: 'erin@acme.example' }],
        channels: [{ name: 'approvals' }, { name: 'audit' }, { name: 'alerts' }],
        oauth_apps: [
          {
            app_id: 'A0WITNESS1',
            client_id: '1',
            client_secret: 'x',
            name: 'Countersign',
            redirect_uris: [],
            bot_id: 'B0WITNESS1',
            bot_user_id: 'U0WITNESS1',
            bot_name: 'countersign',
          },
        ],
        tokens: [
          {
            token,
            type: 'bot',
            user_id: 'U0WITNESS1',
            scopes: ['chat:write'],
            app_id: 'A0WITNESS1',
            bot_id: 'B0WITNESS1',
            bot_user_id: 'U0WITNESS1',
          },
        ],
      },
    },
  });
  const calls: WitnessedCall[] = [];
  const answers: Record<string, unknown>[] = [];
  const failures = new Map<string, { status: number; body: object; headers: Readonly<Record<string, string>> }[]>();
  const held = new Map<string, Promise<void>>();

  const call = async (method: string, body: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${slack.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    return { status: response.status, text: await response.text() };
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const send = (status: number, text: string, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(text);
    };
    if (request.url?.startsWith('/response/') === true) {
      answers.push(parsed(body) as Record<string, unknown>);
      return send(200, 'ok');
    }
    const method = (request.url ?? '').replace('/api/', '');
    const args = Object.fromEntries([...new URLSearchParams(body)].map(([key, value]) => [key, parsed(value)]));
    const holding = held.get(method);
    held.delete(method);
    await holding;
    const failure = failures.get(method)?.shift();
    const answered =
      failure === undefined ? await call(method, body) : { status: failure.status, text: JSON.stringify(failure.body) };
    calls.push({ method, args, answer: parsed(answered.text) as Record<string, unknown> });
    // Slack answers an unknown method with 200 and ok:false, emulate with 404.
    return send(
      answered.status === 404 ? 200 : answered.status,
      answered.status === 404 ? '{"ok":false,"error":"unknown_method"}' : answered.text,
      failure?.headers,
    );
  };

  const edge = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(edge.address() as AddressInfo).port}`;
  const ask = async (method: string, args: Readonly<Record<string, string>>) =>
    parsed((await call(method, new URLSearchParams(args).toString())).text) as Record<string, unknown>;
  return {
    apiUrl: `${url}/api/`,
    responseUrl: `${url}/response/1`,
    calls,
    answers,
    trigger: async (viewId) =>
      String((await ask('views.generateTriggerId', viewId === undefined ? {} : { view_id: viewId }))['trigger_id']),
    async channelId(name) {
      const { channels } = (await ask('conversations.list', {})) as { channels?: { id: string; name: string }[] };
      return channels?.find((channel) => channel.name === name)?.id ?? '';
    },
    async userId(email) {
      const { user } = (await ask('users.lookupByEmail', { email })) as { user?: { id: string } };
      return user?.id ?? '';
    },
    call: ask,
    failNext: (method, failure) =>
      void failures.set(method, [...(failures.get(method) ?? []), { headers: {}, status: 200, ...failure }]),
    hold(method) {
      let letGo = (): void => undefined;
      held.set(method, new Promise((resolve) => (letGo = resolve)));
      return () => letGo();
    },
    async close() {
      await new Promise((resolve) => {
        edge.close(resolve);
        edge.closeAllConnections();
      });
      await slack.close();
    },
  };
}

export const witnessToken = token;
