import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

export interface Clock {
  now(): Instant;
}

/** The only source of randomness. */
export interface Dice {
  requestId(): RequestId;
  /** 16 random bytes in hex. */
  nonce(): string;
  /** 16 random bytes that keep an erased audit body from being guessed. */
  salt(): Buffer;
}
