import { NOON } from '../erin-asks.ts';
import { accountKey, erinsKey, issuedKey, requestDetail, type Sample } from '../samples.ts';
import { accountKeyOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { issuedScopes } from './issued-scopes.ts';
import { revocation, revocationInverse } from './revocation.ts';

const unchanged = { access: null, scopes: null, for: null, until: null };
const ofAccount = { project: projectOnWire(), key: accountKeyOnWire(), scopes: issuedScopes() };

export const samples: readonly Sample[] = [
  {
    operation: 'keys.limit',
    input: { ...accountKey, ...unchanged, access: 'read', until: '2026-12-24 18:00' },
    answers: { ...ofAccount, issued: issuedKey() },
  },
  {
    operation: 'keys.limit',
    input: { ...erinsKey, ...unchanged, scopes: ['api.files.read', 'api.model.request'] },
    answers: { project: projectOnWire(), key: userKeyOnWire(), scopes: null, issued: null },
  },
  { operation: 'keys.pause', input: accountKey, answers: ofAccount },
  {
    operation: 'keys.resume',
    input: accountKey,
    answers: { ...ofAccount, scopes: issuedScopes({ isPaused: true }) },
  },
  {
    operation: 'keys.replace',
    input: { request: requestDetail.id },
    answers: {
      request: revocation(),
      inverse: revocationInverse,
      scopes: issuedScopes(),
      issued: issuedKey({ endedAt: NOON - 3_600_000 }),
    },
  },
];
