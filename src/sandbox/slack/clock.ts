/** The two times of the emulator. */
export interface Clock {
  /** Wall clock in epoch milliseconds; the sandbox moves it forward. Message timestamps and long lifetimes follow it. */
  nowMs(): number;
  /** Milliseconds that never jump: the 3 s of a trigger and rate limits are about real waiting. */
  monotonicMs(): number;
}
