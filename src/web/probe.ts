/** One thing that must work before this process can do its job. `detail` is for people and never holds a secret or an address. */
export interface Probe {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export type Probes = () => Promise<readonly Probe[]>;
