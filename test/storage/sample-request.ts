import type { Decision } from '#approvals/request.ts';
import { digestOf } from '#domain/canonical.ts';
import { operationId, personId, requestId, type RequestId, slackUserId } from '#domain/ids.ts';
import type { Plan } from '#operations/plan.ts';
import type { Effect, PlannedRequest } from '#workflow/ports/requests.ts';

export const NOON = Date.UTC(2026, 10, 23, 12);
export const HOUR = 3_600_000;

/** The n-th request id; they sort by n, as real ones sort by time. */
export const idOf = (n: number): RequestId => {
  const digits = n
    .toString(32)
    .replace(/./g, (digit) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(Number.parseInt(digit, 32)));
  return requestId(`R${digits.padStart(26, '0')}`);
};

const plan: Plan = {
  version: 1,
  operation: operationId('keys.issue'),
  tier: 'routine',
  title: 'Issue an API key in search-dev',
  gist: 'search-dev, 30 days',
  target: { kind: 'project', id: 'proj_search', name: 'search-dev' },
  project: { id: 'proj_search', name: 'search-dev' },
  beneficiaryEmail: 'erin@acme.example',
  changes: [{ label: 'Key', before: null, after: 'erin-search-dev — “nightly”' }],
  holds: 'nothing',
  facts: [],
  warnings: [],
  guards: { project: { status: 'active' } },
  steps: [],
  act: null,
  delivery: 'collect',
  compensations: [],
  before: {},
  handover: null,
  endings: [],
  attempts: 2,
  lease: { purpose: 'nightly evaluation', endsAt: NOON + 720 * HOUR },
  rest: null,
  alternative: null,
  inverse: { verdict: 'exact', sentence: 'Revoke it with one click.', operation: null, input: null },
  bounds: { lifetimeMs: 720 * HOUR, scopes: ['model.request'] },
};

/** Erin's request number n, pending until one hour after it was made. */
export function sampleRequest(
  n: number,
  more: Partial<PlannedRequest> = {},
  terms: Partial<PlannedRequest['terms']> = {},
): PlannedRequest {
  const createdAt = NOON + n * 1000;
  const all: PlannedRequest['terms'] = {
    id: idOf(n),
    deployment: 'acme',
    organization: 'org_acme',
    input: { project: { id: 'proj_search', name: 'search-dev' }, lifetime: 720 * HOUR },
    reason: 'Nightly evaluation of search — “v2” 🔍',
    requester: { slackId: slackUserId('U0ERIN'), personId: personId('erin'), name: 'Erin Vale' },
    beneficiary: personId('fay'),
    follows: null,
    plan,
    rule: 'routine keys',
    policyDigest: 'ab'.repeat(32),
    mode: 'on',
    requirements: [{ count: 1, from: ['openai-approvers'] }],
    decideBy: createdAt + HOUR,
    nonce: 'cd'.repeat(16),
    ...terms,
  };
  return {
    terms: all,
    digest: digestOf('test/request', all),
    state: 'pending',
    revision: 0,
    pausedMs: 0,
    attempt: 0,
    createdAt,
    deadline: createdAt + HOUR,
    readyAt: null,
    endedAt: null,
    outcome: '',
    ...more,
  };
}

export function sampleDecision(request: PlannedRequest, person = 'bea', more: Partial<Decision> = {}): Decision {
  return {
    requestId: request.terms.id,
    kind: 'approve',
    person: personId(person),
    slackId: slackUserId(`U0${person.toUpperCase()}`),
    name: person,
    comment: '',
    digest: request.digest,
    proof: 'none',
    at: request.createdAt + 1000,
    ...more,
  };
}

export function sampleEffect(request: PlannedRequest, position: number, more: Partial<Effect> = {}): Effect {
  return {
    requestId: request.terms.id,
    attempt: 1,
    position,
    stepId: `step-${position}`,
    part: 'step',
    templateHash: 'ef'.repeat(32),
    bindings: { requestId: request.terms.id, attempt: 1 },
    status: 'intent',
    answer: null,
    resourceIds: [],
    startedAt: request.createdAt + position,
    settledAt: null,
    ...more,
  };
}
