import type { Decision } from '#approvals/request.ts';
import type { RequestState } from '#approvals/state.ts';
import { operationId, personId, requestId, slackUserId } from '#domain/ids.ts';
import { dayMs, hourMs } from '#domain/instant.ts';
import type { Plan } from '#operations/plan.ts';
import type { RequestPicture } from '#workflow/picture.ts';

/** A moment that every test of this room agrees on: 2026-11-23 09:00 UTC. */
export const now = Date.UTC(2026, 10, 23, 9, 0);

export const erin = slackUserId('U0ERIN0001');
export const bea = slackUserId('U0BEA00001');
export const omar = slackUserId('U0OMAR0001');
export const searchKey = requestId('R0000000000000000007F3K9QXY');

const project = { id: 'proj_search', name: 'search-dev' };

/** What asking for a key comes to; every text in it can be replaced. */
function samplePlan(change: Partial<Plan> = {}): Plan {
  return {
    version: 1,
    operation: operationId('keys.issue'),
    tier: 'routine',
    title: 'Issue an API key in search-dev',
    gist: 'nightly-eval, 30 days',
    target: { kind: 'project', ...project },
    project,
    beneficiaryEmail: null,
    changes: [
      { label: 'New key', before: null, after: 'nightly-eval in search-dev' },
      { label: 'Ends', before: null, after: '2026-12-23 09:00 UTC (30 days)' },
    ],
    holds: 'Erin Vale holds 2 keys',
    facts: [{ label: 'Keys in the project', value: '14', at: now - hourMs }],
    warnings: [],
    before: {},
    handover: { name: 'nightly-eval', where: 'search-dev' },
    guards: { project: { id: project.id, status: 'active' } },
    steps: [
      {
        id: 'account',
        title: 'Create a service account',
        effect: 'create',
        call: {
          endpoint: 'POST /organization/projects/{project_id}/service_accounts',
          params: { project_id: project.id },
          query: {},
          body: { name: 'nightly-eval' },
        },
        secretAt: null,
        proof: {
          by: 'gone',
          read: { endpoint: 'GET /organization/users', params: {}, query: {}, body: null },
        },
      },
    ],
    delivery: 'collect',
    compensations: [],
    endings: [],
    attempts: 3,
    lease: { purpose: 'nightly evaluation', endsAt: now + 30 * dayMs },
    inverse: { verdict: 'exact', sentence: 'revoke the key; it stops at once.', operation: null, input: null },
    act: null,
    rest: null,
    alternative: null,
    bounds: {},
    ...change,
  };
}

export interface PictureChange {
  readonly state?: RequestState;
  readonly plan?: Partial<Plan>;
  readonly reason?: string;
  readonly name?: string;
  readonly outcome?: string;
  readonly decisions?: readonly Decision[];
  readonly picture?: Partial<RequestPicture>;
  readonly mode?: 'plan-only' | 'on';
  readonly revision?: number;
  readonly readyAt?: number;
}

export function approvalBy(person: typeof bea, name: string, comment = ''): Decision {
  const digest = 'ab'.repeat(32);
  return {
    requestId: searchKey,
    kind: 'approve',
    person: personId(`person:${person}`),
    slackId: person,
    name,
    comment,
    digest,
    proof: 'none',
    at: now,
  };
}

export function samplePicture(change: PictureChange = {}): RequestPicture {
  const state = change.state ?? 'pending';
  return {
    record: {
      terms: {
        id: searchKey,
        deployment: 'test',
        organization: 'org-test',
        input: { project, name: 'nightly-eval', for: 30 * dayMs, access: 'requests' },
        reason: change.reason ?? 'nightly evaluation',
        requester: { slackId: erin, personId: personId('erin'), name: change.name ?? 'Erin Vale' },
        beneficiary: null,
        follows: null,
        plan: samplePlan(change.plan),
        rule: 'keys',
        policyDigest: 'cd'.repeat(32),
        mode: change.mode ?? 'on',
        requirements: [{ count: 1, from: ['openai-approvers'] }],
        decideBy: now + dayMs,
        nonce: '0'.repeat(32),
      },
      digest: 'ab'.repeat(32),
      state,
      revision: change.revision ?? 3,
      attempt: 0,
      pausedMs: 0,
      createdAt: now,
      deadline: now + dayMs,
      readyAt: change.readyAt ?? null,
      endedAt: now + hourMs,
      outcome: change.outcome ?? '',
    },
    decisions: change.decisions ?? [],
    effects: [],
    questions: [],
    suggestions: [],
    took: null,
    canBeLess: true,
    followers: [],
    isReplaceable: true,
    stillNeeds: state === 'pending' || state === 'draft' ? '1 person from openai-approvers' : '',
    couldDecide: state === 'pending' ? [bea, omar] : [],
    named: state === 'pending' ? 2 : 0,
    later: [],
    additions: [],
    deniedBefore: null,
    isProduction: false,
    typeToConfirm: null,
    frozen: null,
    isPractice: false,
    span: { first: 4801, last: 4809, head: '9c2f'.repeat(16) },
    ...change.picture,
  };
}
