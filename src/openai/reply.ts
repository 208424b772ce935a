import type { Secret } from '#domain/secret.ts';
import type { Body } from './answer.ts';
import type { Loss } from './loss.ts';

interface Observed {
  /** The vendor's `x-request-id`: what its support asks for. */
  readonly requestId: string | null;
  readonly durationMs: number;
}

/** An answer with whatever was secret in it set apart. */
export interface Answered extends Observed {
  readonly kind: 'answered';
  readonly status: number;
  readonly body: Body;
  readonly secrets: readonly Secret[];
  /** When the headers said to come back. */
  readonly hintMs: number | null;
  /** False if the vendor asked not to be asked again (`x-should-retry: false`, OpenAI SDK 7.57). */
  readonly mayRetry: boolean;
}

export interface Lost extends Observed {
  readonly kind: 'lost';
  /** False is proof that not a byte of the request left. */
  readonly wasSent: boolean;
  /** Known if the answer was lost only after its head. */
  readonly status: number | null;
  readonly loss: Loss;
}

/** What one HTTP exchange came to. */
export type Reply = Answered | Lost;
