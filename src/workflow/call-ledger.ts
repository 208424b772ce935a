import { digestOf } from '#domain/canonical.ts';
import type { Clock, Dice } from './ports/clock.ts';
import type { CallLogLine } from './ports/call-log.ts';
import type { Store } from './ports/store.ts';

// A run of a background job makes a few hundred calls at most; beyond this the oldest line makes room and the count says so.
const MOST_LINES = 5000;

/**
 * Collects the calls nobody asked for in person, and writes each run of a job as one audit entry: count, span and the hash over all
 * lines, which stand in the call log.
 */
export class CallLedger {
  #lines: Omit<CallLogLine, 'run'>[] = [];
  #dropped = 0;

  add(line: Omit<CallLogLine, 'run'>): void {
    if (this.#lines.length >= MOST_LINES) {
      this.#lines.shift();
      this.#dropped += 1;
    }
    this.#lines.push(line);
  }

  /** Writes what was collected; answers how many lines. Nothing collected writes nothing. */
  async flush(deps: { store: Store; clock: Clock; dice: Dice }): Promise<number> {
    const lines = this.#lines;
    const dropped = this.#dropped;
    if (lines.length === 0) return 0;
    this.#lines = [];
    this.#dropped = 0;
    const run = deps.dice.nonce();
    const at = deps.clock.now();
    const written = deps.store.transact(async (tx) => {
      for (const line of lines) await tx.callLog.add({ ...line, run });
      await tx.audit.append({
        at,
        requestId: null,
        body: {
          v: 1,
          kind: 'background.reads',
          who: 'system:call-ledger',
          what: { run, calls: lines.length, dropped, hash: digestOf('countersign/call-log/v1', lines) },
        },
        salt: deps.dice.salt(),
      });
    });
    await written.catch((error: unknown) => {
      // What could not be written is kept for the next flush.
      this.#dropped += dropped;
      const kept = [...lines, ...this.#lines];
      this.#lines = kept.slice(-MOST_LINES);
      this.#dropped += kept.length - this.#lines.length;
      throw error;
    });
    return lines.length;
  }
}
