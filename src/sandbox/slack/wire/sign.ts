import { createHmac } from 'node:crypto';

/** The two headers that prove a request is Slack's (Slack API docs, "Verifying requests from Slack", scheme v0). */
export function signatureHeaders(
  body: string,
  secret: { signingSecret: string; timestampSeconds: number },
): Readonly<Record<string, string>> {
  const digest = createHmac('sha256', secret.signingSecret)
    .update(`v0:${secret.timestampSeconds}:${body}`)
    .digest('hex');
  return { 'X-Slack-Request-Timestamp': String(secret.timestampSeconds), 'X-Slack-Signature': `v0=${digest}` };
}
