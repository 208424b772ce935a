import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { Decision, RequestTerms } from '#approvals/request.ts';
import type { Requirement } from '#policy/verdict.ts';

export const NOW = Date.UTC(2026, 10, 23, 9, 0);
export const HOUR = 3_600_000;
export const DIGEST = 'd'.repeat(64);

/** Each human with the account they use. */
export const accounts = {
  erin: 'U0ERIN0001',
  bea: 'U0BEA00001',
  omar: 'U0OMAR0001',
  sam: 'U0SAM00001',
  priya: 'U0PRIYA001',
} as const;
export type Human = keyof typeof accounts;

export const who = (human: Human, slackId: string = accounts[human]) => ({
  personId: personId(human),
  slackId: slackUserId(slackId),
});

export function requirement(count: number, from: string, people: readonly Human[]): Requirement {
  return {
    count,
    from: [from],
    eligible: people.map((human) => ({ person: personId(human), slackIds: [slackUserId(accounts[human])] })),
  };
}

export function decision(human: Human, kind: Decision['kind'] = 'approve', more: Partial<Decision> = {}): Decision {
  return {
    requestId: requestId('R00000000000000000000000001'),
    kind,
    person: personId(human),
    slackId: slackUserId(accounts[human]),
    name: human,
    comment: '',
    digest: DIGEST,
    proof: 'none',
    at: NOW,
    ...more,
  };
}

export const terms: RequestTerms<{ readonly gist: string }> = {
  id: requestId('R00000000000000000000000001'),
  deployment: 'dep-1',
  organization: 'org-acme',
  input: { project: { id: 'proj_1', name: 'search-dev' } },
  reason: 'Nightly evaluation',
  requester: { ...who('erin'), name: 'Erin Vale' },
  beneficiary: personId('priya'),
  follows: null,
  plan: { gist: 'search-dev, 30 days' },
  rule: 'All',
  policyDigest: 'a'.repeat(64),
  mode: 'on',
  requirements: [{ count: 1, from: ['approvers'] }],
  decideBy: NOW + 24 * HOUR,
  nonce: '0'.repeat(32),
};
