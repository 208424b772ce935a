/** What the emulated organization looks like from outside: shown beside the workspace so that one sees an effect happen. */
export interface Board {
  readonly organization: { readonly id: string; readonly name: string };
  readonly projects: readonly BoardProject[];
  readonly users: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: string;
  }[];
  readonly adminKeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly redacted: string;
    readonly isBots: boolean;
  }[];
  /** Newest first, at most 50. */
  readonly auditLog: readonly {
    readonly id: string;
    readonly type: string;
    readonly atMs: number;
    readonly actor: string;
    readonly subject: string;
  }[];
  /** Calls received since the start, newest first, at most 50: what really went over the wire. */
  readonly calls: readonly {
    readonly atMs: number;
    readonly method: string;
    readonly path: string;
    readonly status: number;
  }[];
}

export interface BoardProject {
  readonly id: string;
  readonly name: string;
  readonly archived: boolean;
  readonly keys: readonly BoardKey[];
}

export interface BoardKey {
  readonly id: string;
  readonly name: string;
  readonly redacted: string;
  /** `user:<email>` or `service account:<name>` */
  readonly owner: string;
  readonly createdAtMs: number;
  readonly lastUsedAtMs: number | null;
  readonly expiresAtMs: number | null;
}
