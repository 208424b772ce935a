import type { RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Clock, Dice } from './ports/clock.ts';
import type { Store } from './ports/store.ts';

/**
 * Where a refusal is about something confidential: the request it is about, whose entries are kept from others, or `draft` where there is none yet.
 * No channel hears of it.
 */
export type Quiet = RequestId | 'draft' | null;

interface Tally {
  readonly who: SlackUserId;
  readonly via: string;
  readonly code: string;
  readonly rule: string;
  readonly firstAt: Instant;
  readonly quiet: Quiet;
  count: number;
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly dice: Dice;
}

// One person trying one thing is one line however often they try; a thousand different lines a minute is an attack, and the
// thousand-and-first adds nothing to knowing that.
const MOST_TALLIES = 1000;
const LINES_SHOWN = 20;

// Nothing hides an entry that belongs to no request, so this one does not say what was refused.
const unsaid = { code: 'confidential.refused', rule: '' };

/** Refusals of known people: each kind is audited once a minute with its count, and told to the audit channel in one message. */
export class RefusalLedger {
  #tallies = new Map<string, Tally>();
  #overflow = 0;

  note(refused: { who: SlackUserId; via: string; refusal: Refusal; at: Instant; quiet?: Quiet }): void {
    const { who, via, refusal, at, quiet = null } = refused;
    const { code, rule } = quiet === 'draft' ? unsaid : refusal;
    this.#count({ who, via, code, rule, firstAt: at, quiet, count: 1 });
  }

  #count(seen: Tally): void {
    const key = `${seen.who} ${seen.via} ${seen.code} ${seen.quiet ?? ''}`;
    const tally = this.#tallies.get(key);
    if (tally !== undefined) tally.count += seen.count;
    else if (this.#tallies.size >= MOST_TALLIES) this.#overflow += seen.count;
    else this.#tallies.set(key, seen);
  }

  async flush(deps: Deps): Promise<number> {
    const tallies = [...this.#tallies.values()];
    const overflow = this.#overflow;
    if (tallies.length === 0) return 0;
    this.#tallies = new Map();
    this.#overflow = 0;
    try {
      await write(deps, tallies, overflow);
    } catch (error) {
      // What could not be written is kept for the next flush.
      this.#overflow += overflow;
      for (const tally of tallies) this.#count(tally);
      throw error;
    }
    return tallies.length;
  }
}

async function write(deps: Deps, tallies: readonly Tally[], overflow: number): Promise<void> {
  const now = deps.clock.now();
  const loud = tallies.filter(({ quiet }) => quiet === null);
  const lines = loud
    .slice(0, LINES_SHOWN)
    .map((tally) => ({ who: tally.who, code: tally.code, rule: tally.rule, count: tally.count, via: tally.via }));
  await deps.store.transact(async (tx) => {
    let last = 0;
    for (const tally of tallies) {
      const { who, via, code, rule, firstAt, count, quiet } = tally;
      const entry = await tx.audit.append({
        at: now,
        requestId: quiet === 'draft' ? null : quiet,
        body: { v: 1, kind: 'person.refused', who, what: { via, code, rule, firstAt, count } },
        salt: deps.dice.salt(),
      });
      last = entry.seq;
    }
    if (loud.length === 0 && overflow === 0) return;
    const payload = { lines, more: loud.length - lines.length + overflow };
    // Named by its entries: another flush before this is posted is another message, not a newer state of this one.
    await tx.outbox.put({ kind: 'refusals', key: `refusals:${last}`, lane: 'bulk', payload, notBefore: now }, now);
  });
}
