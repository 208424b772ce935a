import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '#domain/instant.ts';
import { minuteMs } from '#domain/instant.ts';
import { fromUrl } from './base64.ts';

// As long as a browser waits for a passkey.
const LIFE_MS = 5 * minuteMs;
const TIME_BYTES = 8;
const NONCE_BYTES = 16;
const MAC_BYTES = 32;
const SIGNED_BYTES = TIME_BYTES + NONCE_BYTES;

const answered = z.object({ response: z.object({ clientDataJSON: z.string().max(16_384) }) });
const clientData = z.object({ challenge: z.string().max(256) });

/** Challenges for whoever has not said yet who they are. Nothing is kept of them, so that nobody outside can fill a table. */
export interface SignIns {
  /** In base64. Longer than the hash that stands for a decision, so that one can never be taken for the other. */
  make(now: Instant): string;
  /** The challenge an answer claims to sign, if it was made here, a few minutes ago at most. That it is used once is the caller’s business. */
  claimed(answer: unknown, now: Instant): string | null;
}

/** Whatever is not JSON is nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The key lives as long as the process: whoever had the page open over a restart opens it again. */
export function createSignIns(): SignIns {
  const key = randomBytes(MAC_BYTES);
  const mac = (signed: Buffer): Buffer => createHmac('sha256', key).update('sign-in/v1\n').update(signed).digest();
  return {
    make(now) {
      const time = Buffer.alloc(TIME_BYTES);
      time.writeBigUInt64BE(BigInt(now));
      const signed = Buffer.concat([time, randomBytes(NONCE_BYTES)]);
      return Buffer.concat([signed, mac(signed)]).toString('base64');
    },
    claimed(answer, now) {
      const outer = answered.safeParse(answer);
      if (!outer.success) return null;
      const { clientDataJSON } = outer.data.response;
      const inner = clientData.safeParse(parsed(Buffer.from(clientDataJSON, 'base64url').toString('utf8')));
      if (!inner.success) return null;
      const challenge = fromUrl(inner.data.challenge);
      const bytes = Buffer.from(challenge, 'base64');
      if (bytes.length !== SIGNED_BYTES + MAC_BYTES) return null;
      const signed = bytes.subarray(0, SIGNED_BYTES);
      if (!timingSafeEqual(mac(signed), bytes.subarray(SIGNED_BYTES))) return null;
      const age = now - Number(signed.readBigUInt64BE(0));
      return age >= 0 && age < LIFE_MS ? challenge : null;
    },
  };
}
