import type { Board } from '../openai/board.ts';
import type { Seat } from '../slack/seat.ts';

/** Everything the sandbox page may do. The world hands it in; the page knows nothing else of the bot. */
export interface Stage {
  readonly seat: Seat;
  board(): Board;
  /** 'practice' shows no seat: the workspace is the real one. */
  readonly mode: 'live' | 'plan-only';
  readonly clock: {
    nowMs(): number;
    /** Moves the clock of the bot and both emulators forward and lets due work run. */
    advance(byMs: number): Promise<void>;
  };
  /** Throws everything away and starts over with the seed. */
  reset(): Promise<void>;
  /** Changes one stored audit row behind the bot's back; answers one sentence saying what was changed. */
  tamper(): Promise<string>;
  /** Proves the audit chain. */
  verify(): Promise<{ readonly ok: boolean; readonly lines: readonly string[] }>;
  /** Uses the bot's admin key outside the bot (creates a service account with a key); answers one sentence. */
  goBehindTheBack(): Promise<string>;
  subscribe(listener: () => void): () => void;
}
