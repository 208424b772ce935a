import { request } from 'node:http';
import type { Page } from '#sandbox/page/page-options.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The token as the browser finds it. */
export async function tokenOf(page: Page): Promise<string> {
  const html = await (await fetch(page.url)).text();
  return /name="sandbox-token" content="([\w-]+)"/.exec(html)?.[1] ?? '';
}

export interface PageClient {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  send(path: string, init: RequestInit): Promise<Answer>;
}

/** Talks to the API as the page does. */
export async function clientOf(page: Page): Promise<PageClient> {
  const token = await tokenOf(page);
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(path, page.url), init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  const headers = { 'x-sandbox-token': token, 'content-type': 'application/json' };
  return {
    send,
    get: (path) => send(path, { headers }),
    post: (path, body) => send(path, { method: 'POST', headers, body: JSON.stringify(body) }),
  };
}

/** `fetch` will not forge a Host header, so this goes by hand. */
export function statusForHost(page: Page, host: string, path = '/'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, page.url), { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}
