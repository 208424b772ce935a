import type { BoundPerson } from '#domain/bound-person.ts';
import { withBindings } from '#policy/with-bindings.ts';
import type { Policy } from '#policy/policy.ts';
import type { BindingReader } from './ports/bindings.ts';

/** Who is who beside the policy's file, kept at hand because a policy is asked for without waiting. Loaded anew after each change. */
export class Bindings {
  #people: readonly BoundPerson[] = [];
  #made: { readonly from: Policy; readonly policy: Policy } | null = null;

  async load(read: BindingReader): Promise<void> {
    this.#people = await read.all();
    this.#made = null;
  }

  get people(): readonly BoundPerson[] {
    return this.#people;
  }

  /** The policy with everybody who is bound. Its digest stays that of its file: bindings have entries of their own. */
  join<Active extends { readonly policy: Policy }>(active: Active): Active {
    if (this.#made?.from !== active.policy)
      this.#made = { from: active.policy, policy: withBindings(active.policy, this.#people) };
    return { ...active, policy: this.#made.policy };
  }
}
