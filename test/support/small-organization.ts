import { NOON } from './settable-clock.ts';
import { fakeServiceKey } from './fake-secret.ts';

export interface Account {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  role: 'none' | 'member';
}

export interface Key {
  readonly id: string;
  readonly projectId: string;
  name: string;
  readonly redacted: string;
  /** The account that owns it, or null for Erin's own. */
  readonly accountId: string | null;
  lastUsedAt: number | null;
  readonly expiresAt: number | null;
  /** Null for keys that were there before the story began: nobody knows their value. */
  readonly value: string | null;
}

/**
 * The truth about an organization that answers to the endpoints in use: two projects, one of them in production, a key of Erin's in
 * each, and a service account `ranker` with two keys. Times in seconds, as on the wire.
 */
export class SmallOrganization {
  readonly projects = new Map([
    ['proj_dev', { id: 'proj_dev', name: 'search-dev', status: 'active' }],
    ['proj_prod', { id: 'proj_prod', name: 'search-prod', status: 'active' }],
  ]);
  readonly accounts = new Map<string, Account>();
  readonly keys = new Map<string, Key>();
  #made = 0;

  constructor() {
    const lastUsedAt = NOON / 1000 - 7200;
    const plain = { lastUsedAt, expiresAt: null, value: null };
    this.accounts.set('user_ranker', { id: 'user_ranker', projectId: 'proj_dev', name: 'ranker', role: 'member' });
    for (const key of [
      { id: 'key_dev', projectId: 'proj_dev', name: 'erin-laptop', redacted: 'sk-proj-dev...aaaa', accountId: null },
      { id: 'key_prod', projectId: 'proj_prod', name: 'erin-prod', redacted: 'sk-proj-prd...bbbb', accountId: null },
      {
        id: 'key_rank_a',
        projectId: 'proj_dev',
        name: 'ranker-a',
        redacted: 'sk-svc-ra...cccc',
        accountId: 'user_ranker',
      },
      {
        id: 'key_rank_b',
        projectId: 'proj_dev',
        name: 'ranker-b',
        redacted: 'sk-svc-rb...dddd',
        accountId: 'user_ranker',
      },
    ]) {
      this.keys.set(key.id, { ...plain, ...key });
    }
  }

  createAccount(projectId: string, name: string): Account {
    const account: Account = { id: `user_made_${(this.#made += 1)}`, projectId, name, role: 'none' };
    this.accounts.set(account.id, account);
    return account;
  }

  createKey(account: Account, name: string, lifetimeSeconds: number): Key & { readonly value: string } {
    this.#made += 1;
    const key = {
      id: `key_made_${this.#made}`,
      projectId: account.projectId,
      name,
      redacted: `sk-svcacct-m${this.#made}...eeee`,
      accountId: account.id,
      lastUsedAt: null,
      expiresAt: NOON / 1000 + lifetimeSeconds,
      value: fakeServiceKey(`canary${this.#made}${'k'.repeat(24)}`),
    };
    this.keys.set(key.id, key);
    return key;
  }

  deleteAccount(id: string): void {
    this.accounts.delete(id);
    for (const key of this.keysOf(id)) this.keys.delete(key.id);
  }

  keysOf(accountId: string): readonly Key[] {
    return [...this.keys.values()].filter((key) => key.accountId === accountId);
  }

  /** What the bot made and what is still there of it. */
  madeAccounts(): readonly Account[] {
    return [...this.accounts.values()].filter(({ id }) => id.startsWith('user_made_'));
  }
}
