import { scrubSecrets } from '../secret-value.ts';
import type { Fault } from './fault-script.ts';

/** One call as it was received. Whatever looked like an API key has been replaced. */
export interface ReceivedCall {
  readonly atMs: number;
  readonly method: string;
  /** Below `/v1`, without the query. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** The parsed JSON body, its text if it was no JSON, `null` if there was none. */
  readonly body: unknown;
  /** The status answered; 0 when no answer was sent. */
  readonly status: number;
  readonly requestId: string;
  readonly fault: Fault | null;
}

export interface Ledger {
  readonly add: (call: ReceivedCall) => void;
  /** Oldest first. */
  readonly all: () => readonly ReceivedCall[];
  readonly clear: () => void;
}

// Enough for the longest scenario many times over, small enough to stay in memory for days of a demonstration.
const MOST_CALLS = 5000;

/** A ledger that forgets its oldest call for each one beyond its bound. */
export function createLedger(): Ledger {
  const calls: ReceivedCall[] = [];
  return {
    add(call) {
      if (calls.length >= MOST_CALLS) calls.shift();
      calls.push({
        ...call,
        path: scrubSecrets(call.path),
        query: scrubSecrets(call.query),
        body: JSON.parse(scrubSecrets(JSON.stringify(call.body))) as unknown,
      });
    },
    all: () => [...calls],
    clear: () => void calls.splice(0),
  };
}
