import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';

/** Slack's own tolerance, here in both directions: Bolt 5.1 refuses only the past (Slack API docs, "Verifying requests", 2026). */
const maxSkewSeconds = 300;

export type SignatureVerdict = 'good' | 'unsigned' | 'skewed' | 'forged';

export interface SignedBytes {
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
}

/** Whether these bytes were signed with the app's secret within five minutes of now. */
export function judgeSignature(request: SignedBytes, secret: Secret, now: Instant): SignatureVerdict {
  const { timestamp, signature, body } = request;
  if (timestamp === undefined || signature === undefined) return 'unsigned';
  if (!/^\d{1,12}$/.test(timestamp)) return 'unsigned';
  if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) > maxSkewSeconds) return 'skewed';
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret.reveal()).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? 'good' : 'forged';
}
