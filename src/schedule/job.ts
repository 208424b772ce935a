/** A background duty. `runOnce` does all that is due and returns; tests call it instead of waiting. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  runOnce(): Promise<unknown>;
}
