import type { SlackUserId } from '#domain/ids.ts';
import { type Instant, minuteMs } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Clock, Dice } from './ports/clock.ts';
import type { Store } from './ports/store.ts';

interface Tally {
  readonly who: SlackUserId;
  readonly via: string;
  readonly code: string;
  readonly rule: string;
  readonly firstAt: Instant;
  count: number;
}

// One person trying one thing is one line however often they try; a thousand different lines a minute is an attack, and the
// thousand-and-first adds nothing to knowing that.
const MOST_TALLIES = 1000;
const LINES_SHOWN = 20;

/** Refusals of known people: each kind is audited once a minute with its count, and told to the audit channel in one message. */
export class RefusalLedger {
  #tallies = new Map<string, Tally>();
  #overflow = 0;

  note(refused: { who: SlackUserId; via: string; refusal: Refusal; at: Instant }): void {
    const { who, via, refusal, at } = refused;
    const key = `${who} ${via} ${refusal.code}`;
    const tally = this.#tallies.get(key);
    if (tally !== undefined) tally.count += 1;
    else if (this.#tallies.size >= MOST_TALLIES) this.#overflow += 1;
    else this.#tallies.set(key, { who, via, code: refusal.code, rule: refusal.rule, firstAt: at, count: 1 });
  }

  async flush(deps: { store: Store; clock: Clock; dice: Dice }): Promise<number> {
    const tallies = [...this.#tallies.values()];
    const overflow = this.#overflow;
    if (tallies.length === 0) return 0;
    this.#tallies = new Map();
    this.#overflow = 0;
    const now = deps.clock.now();
    const lines = tallies
      .slice(0, LINES_SHOWN)
      .map((tally) => ({ who: tally.who, code: tally.code, rule: tally.rule, count: tally.count, via: tally.via }));
    await deps.store.transact(async (tx) => {
      for (const tally of tallies) {
        const { who, via, code, rule, firstAt, count } = tally;
        const what = { via, code, rule, firstAt, count };
        await tx.audit.append({
          at: now,
          requestId: null,
          body: { v: 1, kind: 'person.refused', who, what },
          salt: deps.dice.salt(),
        });
      }
      const more = tallies.length - lines.length + overflow;
      await tx.outbox.put(
        {
          kind: 'refusals',
          key: `refusals:${Math.floor(now / minuteMs)}`,
          lane: 'bulk',
          payload: { lines, more },
          notBefore: now,
        },
        now,
      );
    });
    return tallies.length;
  }
}
