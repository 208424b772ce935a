import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets somebody through when it is their turn. Everything they do between two gates happens in one piece. */
export type Gate = () => Promise<void>;
export type Actor = (gate: Gate) => Promise<unknown>;

interface Waiting {
  readonly actor: number;
  readonly go: () => void;
}

/** Runs the actors once. `choose` picks, among those who wait at a gate, who goes next. */
async function play(actors: readonly Actor[], choose: (options: number) => number): Promise<void> {
  const waiting: Waiting[] = [];
  const failures: unknown[] = [];
  let running = actors.length;
  const all = actors.map((act, actor) => {
    const gate: Gate = () =>
      new Promise((go) => {
        running -= 1;
        waiting.push({ actor, go });
      });
    return act(gate)
      .catch((error: unknown) => failures.push(error))
      .finally(() => {
        running -= 1;
      });
  });
  // An actor has at most a few dozen gates; a play that goes on beyond this hangs.
  for (let turn = 0; turn < 100_000; turn += 1) {
    await nextTurn();
    if (running > 0) continue;
    if (waiting.length === 0) break;
    waiting.sort((one, other) => one.actor - other.actor);
    const [next] = waiting.splice(choose(waiting.length), 1);
    running += 1;
    next?.go();
  }
  await Promise.all(all);
  if (failures.length > 0) throw failures[0];
}

/**
 * Every order in which actors can pass their gates, one play each, by going back to the last choice that had another option. Answers how
 * many there were; more than `most` is a mistake of the test.
 */
export async function everyInterleaving(
  most: number,
  stage: () => Promise<{ readonly actors: readonly Actor[]; readonly after: () => Promise<void> }>,
): Promise<number> {
  let script: { taken: number; options: number }[] = [];
  for (let plays = 1; plays <= most; plays += 1) {
    const { actors, after } = await stage();
    let at = 0;
    await play(actors, (options) => {
      script[at] ??= { taken: 0, options };
      const { taken } = script[at] ?? { taken: 0 };
      at += 1;
      return taken;
    });
    await after();
    script = script.slice(0, at);
    while (script.length > 0 && (script.at(-1)?.taken ?? 0) + 1 >= (script.at(-1)?.options ?? 0)) script.pop();
    const last = script.at(-1);
    if (last === undefined) return plays;
    last.taken += 1;
  }
  throw new Error(`There are more than ${most} interleavings`);
}
