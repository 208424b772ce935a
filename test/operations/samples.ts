import type { JsonObject } from '#domain/json.ts';
import type { IssuedKey, KnownKey, RequestDetail } from '#operations/memory.ts';
import { NOON, searchDev } from './erin-asks.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from './wire.ts';

export const dayMs = 86_400_000;

/** A key that was issued here, on the account `user_svc`. */
export const issuedKey = (more: Partial<IssuedKey> = {}): IssuedKey => ({
  keyId: 'key_svc',
  accountId: 'user_svc',
  projectId: searchDev.id,
  projectName: searchDev.name,
  name: 'nightly-eval',
  ownerSlackId: 'U0ERIN0001',
  purpose: 'nightly evaluation',
  endsAt: NOON + 30 * dayMs,
  requestId: 'R01JDC8Q5TZ7M4XW9YHN2BKVPG0',
  endedAt: null,
  ...more,
});

export const knownKey = (more: Partial<KnownKey> = {}): KnownKey => ({
  id: 'key_erin',
  name: 'erin laptop',
  redacted: 'sk-proj-abc...wxyz',
  projectId: searchDev.id,
  projectName: searchDev.name,
  ownerName: 'Erin Vale',
  ownerEmail: 'erin@acme.example',
  accountId: null,
  createdAt: NOON - 210 * dayMs,
  lastUsedAt: NOON - 7_200_000,
  expiresAt: null,
  isOwned: true,
  ...more,
});

export const requestDetail: RequestDetail = {
  id: 'R01JDC8Q5TZ7M4XW9YHN2BKVPG0',
  state: 'succeeded',
  title: 'Issue an API key in search-dev',
  gist: 'nightly-eval, 30 days',
  requesterSlackId: 'U0ERIN0001',
  createdAt: NOON - 3_600_000,
  reason: 'nightly evaluation',
  digest: 'ab'.repeat(32),
  tier: 'routine',
  changes: [{ label: 'New key', before: null, after: 'nightly-eval' }],
  decisions: [{ by: 'Bea Lindqvist', kind: 'approve', at: NOON - 1_800_000, comment: 'fine by me' }],
  calls: [
    {
      title: 'Create a service account',
      method: 'POST',
      path: '/organization/x',
      status: 'applied',
      at: NOON - 60_000,
    },
  ],
  outcome: 'Collected by Erin Vale.',
};

export const erinsKey = {
  key: { id: 'key_erin', name: 'erin laptop', redacted: 'sk-proj-abc...wxyz', project: searchDev },
};
export const accountKey = {
  key: { id: 'key_svc', name: 'nightly-eval', redacted: 'sk-svcacct-ab...yz', project: searchDev },
};

export interface Sample {
  readonly operation: string;
  readonly input: JsonObject;
  /** By the name of the need: what the vendor or our memory answers. */
  readonly answers: Readonly<Record<string, unknown>>;
}

const aged = (...items: readonly unknown[]) => ({ asOf: NOON - 30_000, items });

/** At least one way through every operation there is. */
export const samples: readonly Sample[] = [
  {
    operation: 'keys.issue',
    input: { project: searchDev, name: 'nightly-eval', for: 30 * dayMs, access: 'requests' },
    answers: { project: projectOnWire(), mine: { issued: [], known: [] } },
  },
  {
    operation: 'keys.revoke',
    input: { ...erinsKey, withAccount: null },
    answers: { project: projectOnWire(), key: userKeyOnWire(), issued: null },
  },
  {
    operation: 'keys.revoke',
    input: { ...accountKey, withAccount: true },
    answers: {
      project: projectOnWire(),
      key: accountKeyOnWire(),
      issued: issuedKey(),
      siblings: listOnWire(userKeyOnWire(), accountKeyOnWire(), accountKeyOnWire({ id: 'key_b' })),
    },
  },
  {
    operation: 'keys.list',
    input: { project: null },
    answers: { mine: { issued: [issuedKey()], known: [knownKey()] } },
  },
  { operation: 'keys.list', input: { project: searchDev }, answers: { keys: aged(knownKey()) } },
  {
    operation: 'keys.show',
    input: erinsKey,
    answers: { key: userKeyOnWire(), issued: issuedKey(), scopes: null, use: { data: [] } },
  },
  {
    operation: 'users.list',
    input: {},
    answers: {
      users: aged({
        id: 'user_erin',
        name: 'Erin Vale',
        email: 'erin@acme.example',
        role: 'reader',
        addedAt: NOON - dayMs,
      }),
    },
  },
  { operation: 'requests.list', input: { whose: null, open: null }, answers: { requests: [requestDetail] } },
  { operation: 'requests.show', input: { request: requestDetail.id }, answers: { request: requestDetail } },
];
