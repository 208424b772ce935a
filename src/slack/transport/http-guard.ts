import type { IncomingMessage, ServerResponse } from 'node:http';
import { secondMs } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { RefusalCause, SlackOptions } from '../slack-face.ts';
import { isSslCheck, parseBody, readBody } from './http-body.ts';
import { judgeSignature } from './signature.ts';

export const endpoint = '/slack/events';

export interface GuardOptions {
  readonly signingSecret: Secret;
  readonly clock: Clock;
  readonly isFromAllowedNetwork: (address: string | undefined) => boolean;
  readonly isOtherApp: (appId: unknown) => boolean;
  readonly nonces: SlackOptions['nonces'];
  readonly isDraining: () => boolean;
}

/** `accepted` carries the bytes, so that Bolt verifies and parses exactly what was judged here. */
export type GuardVerdict =
  | { readonly kind: 'accepted'; readonly body: Buffer }
  | { readonly kind: 'ssl-check' }
  | { readonly kind: 'refused'; readonly cause: RefusalCause; readonly status: number };

const refused = (cause: RefusalCause, status: number): GuardVerdict => ({ kind: 'refused', cause, status });

/**
 * Everything that is asked of a request before Bolt sees it, cheapest first. Only a request whose signature is good and whose body
 * makes sense reaches the replay guard, which is the only thing here that touches the database.
 */
export async function judgeRequest(request: IncomingMessage, options: GuardOptions): Promise<GuardVerdict> {
  if (options.isDraining()) return refused('draining', 503);
  if (!options.isFromAllowedNetwork(request.socket.remoteAddress)) return refused('foreign-network', 403);
  if (request.method !== 'POST' || request.url !== endpoint) return refused('wrong-path', 404);
  const body = await readBody(request);
  if (body === null) return refused('too-large', 413);
  const signature = single(request, 'x-slack-signature');
  const contentType = request.headers['content-type'];
  if (signature === undefined && isSslCheck(contentType, body)) return { kind: 'ssl-check' };
  const now = options.clock.now();
  const verdict = judgeSignature(
    { timestamp: single(request, 'x-slack-request-timestamp'), signature, body },
    options.signingSecret,
    now,
  );
  if (verdict !== 'good') return refused(verdict, 401);
  const parsed = parseBody(contentType, body);
  if (parsed === null) return refused('malformed', 400);
  if (options.isOtherApp(parsed['api_app_id'])) return refused('other-app', 403);
  // The signature covers the time and every byte: the same one twice is the same request twice.
  if (!(await options.nonces.claim(`slack-signature:${signature}`, Math.floor(now / secondMs) * secondMs)))
    return refused('replayed', 409);
  return { kind: 'accepted', body };
}

function single(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

export function answerWithoutBody(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' });
  response.end();
}
