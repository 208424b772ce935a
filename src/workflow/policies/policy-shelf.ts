import type { ActivePolicy, WrittenPolicy } from '../house.ts';

/** Holds the policy in force, and the file that waits to be adopted. What is put here has been committed before. */
export class PolicyShelf {
  #inForce: ActivePolicy;
  #proposed: WrittenPolicy | null;

  constructor(given: { readonly inForce: ActivePolicy; readonly proposed: WrittenPolicy | null }) {
    this.#inForce = given.inForce;
    this.#proposed = given.proposed;
  }

  inForce(): ActivePolicy {
    return this.#inForce;
  }

  proposed(): WrittenPolicy | null {
    return this.#proposed;
  }

  putInForce({ policy, digest }: ActivePolicy): void {
    this.#inForce = { policy, digest };
    if (this.#proposed?.digest === digest) this.#proposed = null;
  }
}
