import { personId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import type { Patient } from '#doctor/check.ts';
import { parsePolicy } from '#policy/parse.ts';
import type { Workspace } from '#workflow/ports/workspace.ts';
import type { Json } from '#domain/json.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import { readFileSync } from 'node:fs';

export const NOW = Date.UTC(2026, 10, 23, 12);
const daySeconds = 86_400;

const parsed = parsePolicy(readFileSync('data/policies/sandbox.yml', 'utf8'), 'sandbox.yml', { operations: catalogue });
if (parsed.kind !== 'policy') throw new Error('The sandbox has a policy');
const sandboxPolicy = parsed.policy;

export const workspace: Workspace = {
  identity: async () => ({ teamId: 'T0ACME0001', scopes: ['commands', 'chat:write'], dateMs: NOW - 1000 }),
  channel: async () => ({ kind: 'seen', isMember: true, isPrivate: true, isShared: false, isArchived: false }),
  reach: async () => ({ kind: 'reached', how: 'Socket Mode' }),
};

/** A vendor that answers each endpoint by a table; an Error in it is thrown. */
export function vendorOf(answers: Readonly<Record<string, Json | Error>>): Vendor {
  return {
    read: async (call) => {
      const answer = answers[call.endpoint] ?? { data: [] };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    perform: () => Promise.reject(new Error('A doctor changes nothing')),
    isOwnKey: (redacted) => redacted === 'ours',
    clockAheadMs: () => 0,
  };
}

export const ownKey = {
  id: 'key_bot',
  name: 'countersign',
  redacted_value: 'ours',
  expires_at: NOW / 1000 + 100 * daySeconds,
  owner: { name: 'Sam Okafor', role: 'owner' },
};

export const healthyAnswers: Readonly<Record<string, Json | Error>> = {
  'GET /organization/admin_api_keys': { data: [ownKey, { ...ownKey, id: 'key_other', redacted_value: 'theirs' }] },
  'GET /organization/audit_logs': { data: [{ id: 'audit_log-1' }] },
};

/** An installation in which nothing is wrong; tests change one thing at a time. */
export function healthy(change: Partial<Patient> = {}): Patient {
  return {
    now: () => NOW,
    node: { version: '24.21.0', napi: 10 },
    sqliteVersion: '3.54.1',
    policy: { kind: 'policy', policy: sandboxPolicy },
    proposedPolicy: null,
    bound: [],
    shortages: [],
    rollout: { says: 'keys.* for everyone', enrolled: 2 },
    workspace,
    neededScopes: ['commands', 'chat:write'],
    vendor: vendorOf(healthyAnswers),
    store: null,
    withPasskey: new Set(['sam', 'bea'].map(personId)),
    hasSealKey: true,
    hasPages: true,
    memory: null,
    freeDiskBytes: 50 * 1024 ** 3,
    hosts: ['slack.com', 'api.openai.com'],
    ready: { ok: true, detail: 'Running, and able to do its job.' },
    ...change,
  };
}
