import { secondMs } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';
import type { Reach } from '#workflow/ports/workspace.ts';
import type { CallSlack } from './api/call-slack.ts';
import { endpoint } from './transport/http-guard.ts';

/** How what people do in Slack comes to the bot. */
export type Entrance =
  | { readonly kind: 'socket'; readonly appToken: Secret }
  | { readonly kind: 'http'; readonly publicUrl: string | null };

// As long as Slack waits for an answer to a delivery (Slack API docs, "Using the Events API", 2026).
const TIMEOUT_MS = 3 * secondMs;

/** A delivery without a signature: whatever is there refuses it, and only this bot refuses it like this. */
async function knock(publicUrl: string): Promise<Reach> {
  const unreached = (why: string): Reach => ({ kind: 'unreached', how: 'HTTP', why });
  const answer = await fetch(new URL(endpoint, publicUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => null);
  if (answer === null) return unreached(`${publicUrl} does not answer within 3 seconds.`);
  if (answer.status === 401) return { kind: 'reached', how: 'HTTP' };
  return unreached(`${publicUrl} answers ${answer.status} where the bot would answer 401.`);
}

/** Asks Slack for a socket, which opens none, or knocks at the public address. */
export async function reachOf(entrance: Entrance, callerWith: (appToken: Secret) => CallSlack): Promise<Reach> {
  if (entrance.kind === 'http') return entrance.publicUrl === null ? { kind: 'unasked' } : knock(entrance.publicUrl);
  const answer = await callerWith(entrance.appToken)('apps.connections.open', {});
  return answer.ok
    ? { kind: 'reached', how: 'Socket Mode' }
    : { kind: 'unreached', how: 'Socket Mode', why: `Slack says ${answer.error}.` };
}
