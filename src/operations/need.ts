import type { Json } from '#domain/json.ts';
import type { Call } from './call.ts';
import type { Said } from './people/said.ts';

/**
 * One read of the vendor. `keep` projects the answer to what the plan needs; it throws on an answer of another shape, which the
 * shell turns into a fault. What must not change until the plan is carried out, the plan names itself in `guards`; everything else
 * that was read only informs.
 */
export interface Read {
  readonly from: 'openai';
  readonly name: string;
  readonly call: Call;
  /** `all` collects every page of a list, as `{ data: [...] }`, within the pager's bound. */
  readonly pages: 'one' | 'all';
  readonly keep: (answer: unknown) => Json;
  /** What "not found" means: a fault, or null as the answer. */
  readonly absent: 'fault' | 'null';
}

/** One question to our own memory. */
export interface Recall {
  readonly from: 'memory';
  readonly name: string;
  readonly question: MemoryQuestion;
}

export type MemoryQuestion =
  | { readonly of: 'issued-key'; readonly keyId: string }
  /** What a key was last allowed here, by its id or by that of the account made for it. */
  | { readonly of: 'issued-scopes'; readonly keyId: string }
  | { readonly of: 'my-keys' }
  /** As `my-keys`, for whoever has this address at OpenAI. */
  | { readonly of: 'keys-of'; readonly email: string }
  | { readonly of: 'keys'; readonly projectId: string }
  | { readonly of: 'projects' }
  | { readonly of: 'users' }
  | { readonly of: 'requests'; readonly whose: 'mine' | 'all'; readonly open: boolean }
  | { readonly of: 'request'; readonly requestId: string }
  | { readonly of: 'inverse'; readonly requestId: string }
  /** What is left of a request that ended half-way. */
  | { readonly of: 'continuation'; readonly requestId: string }
  /** The tracking id of the admin key this process runs on, as `{ id }`; null where it could not be found out. */
  | { readonly of: 'own-admin-key' }
  | { readonly of: 'freezes' }
  /** Who is who: bound, suspended, proposed. `list` names lines that were kept, `said` are lines beside them. */
  | { readonly of: 'people'; readonly list: string | null; readonly said: readonly Said[] }
  /** Who somebody is just now: an account, an address or a name of the file; null is whoever asks. */
  | { readonly of: 'who-is'; readonly who: string | null }
  | { readonly of: 'debts' }
  /** Rules of the policy on which a standing order may stand. */
  | { readonly of: 'standing-rules' }
  | { readonly of: 'orders' }
  | { readonly of: 'order'; readonly orderId: number }
  /** Whoever the policy binds to this address at OpenAI, as `{ person, name }`; null where it binds nobody. */
  | { readonly of: 'person-of'; readonly email: string }
  /** How the policy judges a request today, and whose decisions count. */
  | { readonly of: 'why'; readonly requestId: string }
  /** How the policy would judge this, asked for by whoever it binds to this address. */
  | {
      readonly of: 'can';
      readonly email: string;
      readonly operation: string;
      readonly project: { readonly id: string; readonly name: string } | null;
    }
  /** How somebody proves that they are there; null is whoever asks. */
  | { readonly of: 'presence'; readonly person: string | null }
  /** Everybody who has enrolled. */
  | { readonly of: 'presences' }
  /** Where the asker enrols or recovers. */
  | { readonly of: 'own-page' }
  /** The policy in force and those before it. */
  | { readonly of: 'policies' }
  /** What adopting an earlier policy, or the file where `version` is null, would change. */
  | { readonly of: 'policy-change'; readonly version: string | null }
  /** What a word about the rollout would change. */
  | { readonly of: 'rollout-move'; readonly selector: string; readonly group: string | null }
  /** How far these operations go, for whom, and why no further. */
  | { readonly of: 'rollout'; readonly selector: string }
  | { readonly of: 'status' }
  | { readonly of: 'doctor' }
  | { readonly of: 'search'; readonly text: string }
  | { readonly of: 'census'; readonly unusedForMs: number }
  | {
      readonly of: 'changes';
      readonly projectId: string | null;
      readonly person: string | null;
      readonly sinceMs: number | null;
    };

export type Need = Read | Recall;

interface HowToRead {
  readonly call: Call;
  readonly keep: (answer: unknown) => Json;
  readonly pages?: Read['pages'];
  readonly absent?: Read['absent'];
}

export function read(name: string, how: HowToRead): Read {
  return {
    from: 'openai',
    name,
    call: how.call,
    keep: how.keep,
    pages: how.pages ?? 'one',
    absent: how.absent ?? 'fault',
  };
}

export function recall(name: string, question: MemoryQuestion): Recall {
  return { from: 'memory', name, question };
}
