import type { Clock } from '#workflow/ports/clock.ts';

/** Monday noon: when every story begins. */
export const NOON = Date.UTC(2026, 10, 23, 12);

/** A clock that stands still until it is moved. */
export class SettableClock implements Clock {
  #now = NOON;

  now(): number {
    return this.#now;
  }

  forward(ms: number): void {
    this.#now += ms;
  }
}
