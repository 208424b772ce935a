import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it reached the app. */
export interface Inbound {
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: string;
  /** The form's fields, empty for JSON. */
  readonly form: Readonly<Record<string, string>>;
  /** The JSON: of `payload=`, or of the body. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads into JSON of many shapes
  readonly payload: any;
}

export type Reply = { readonly status?: number; readonly body?: string | object } | 'never';

/** Slack's three seconds, except for an app that will not answer: nobody should wait for that. */
export function patience(reply: Reply): { readonly ackTimeoutMs: number } {
  return { ackTimeoutMs: reply === 'never' ? 50 : 3000 };
}

/** The simplest app there is: it keeps what it gets and answers what it is told. No SDK takes part. */
export interface RawApp {
  readonly url: string;
  readonly received: Inbound[];
  /** Decides the next answers; empty 200 unless set. */
  answer: (inbound: Inbound) => Reply | Promise<Reply>;
  last(): Inbound;
  close(): Promise<void>;
}

export async function startRawApp(): Promise<RawApp> {
  const received: Inbound[] = [];
  const server: Server = createServer((request, response) => {
    let rawBody = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      rawBody += part;
    });
    request.on('end', () => void serve(read(request.headers, rawBody), response));
  });
  const serve = async (inbound: Inbound, response: ServerResponse) => {
    received.push(inbound);
    const reply = await app.answer(inbound);
    if (reply === 'never') return;
    const json = typeof reply.body === 'object';
    response.writeHead(reply.status ?? 200, json ? { 'Content-Type': 'application/json' } : {});
    response.end(json ? JSON.stringify(reply.body) : (reply.body ?? ''));
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const app: RawApp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    received,
    answer: () => ({}),
    last: () => received.at(-1)!,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return app;
}

function read(headers: IncomingHttpHeaders, rawBody: string): Inbound {
  if (headers['content-type'] === 'application/json')
    return { headers, rawBody, form: {}, payload: JSON.parse(rawBody) };
  const form = Object.fromEntries(new URLSearchParams(rawBody));
  return { headers, rawBody, form, payload: form['payload'] === undefined ? null : JSON.parse(form['payload']) };
}
