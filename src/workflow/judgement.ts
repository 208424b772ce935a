import { missingSentence } from '#approvals/quorum.ts';
import { isFinal } from '#approvals/state.ts';
import { shortRequestId } from '#domain/ids.ts';
import { dayMs } from '#domain/instant.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Judgement } from '#operations/memory.ts';
import type { MemoryQuestion } from '#operations/need.ts';
import { askedSentence } from '#policy/consent.ts';
import { explain } from '#policy/explain.ts';
import { nameOf, personByEmail, slackIdsOf } from '#policy/people.ts';
import { bareMatter, consultPolicy } from './consult-policy.ts';
import { asSeenBy, seenBy } from './sight.ts';
import { electorateOf, quorumOf } from './electorate.ts';
import type { Requester } from '#operations/operation.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';

const whyNot = {
  'no-proof': 'was given without the proof that is asked for by now',
  'other-digest': 'was given for another version of it',
  requester: 'asked for it',
  beneficiary: 'gains or loses by it',
  'not-eligible': 'is not among those who decide, as it stands now',
  'too-early': 'was given before it was their turn',
  'same-unit': 'comes from a unit that is counted already',
  'not-needed': 'was not needed',
} as const;

/** What is asked of the approvers of a request, what today's policy says of it, and how each decision is counted. */
export async function whyOf(house: House, who: Requester, record: PlannedRequest): Promise<Judgement> {
  const { terms } = record;
  const { policy, digest } = house.policy();
  const electorate = await electorateOf(asSeenBy(house, who), record);
  const quorum = quorumOf(record, electorate, await seenBy(house, who).requests.decisions(terms.id));
  const named = (person: Parameters<typeof nameOf>[1]): string => nameOf(policy, person);
  const still = quorum.met || isFinal(record.state) ? '' : ` It still needs ${missingSentence(quorum.missing)}.`;
  return {
    about: `${shortRequestId(terms.id)}: ${terms.plan.title}`,
    verdict: `Asked under the rule “${terms.rule}”: ${askedSentence(terms.requirements, terms.manner)}.${still}`,
    lines: [
      ...explain(electorate.today.reasons),
      ...quorum.counted.map((person) => `✓ The approval of ${named(person)} counts.`),
      ...quorum.ignored.map(({ person, why }) => `✗ The decision of ${named(person)} does not count: ${whyNot[why]}.`),
      terms.policyDigest === digest
        ? '✓ The policy has not changed since it was asked for.'
        : '✗ The policy has changed since it was asked for; both have to be met.',
    ],
  };
}

/** What the policy would say, for the least there is to ask for; null for somebody it does not bind, or no operation. */
export async function canOf(
  house: House,
  who: Requester,
  asked: Extract<MemoryQuestion, { of: 'can' }>,
): Promise<Judgement | null> {
  const { policy } = house.policy();
  const operation = findOperation(asked.operation);
  const person = personByEmail(policy, asked.email);
  const [slackId] = person === null ? [] : slackIdsOf(policy, person);
  if (operation === null || person === null || slackId === undefined) return null;
  const verdict = await consultPolicy(asSeenBy(house, who), {
    ...bareMatter(operation, { slackId, personId: person }, asked.project),
    bounds: { lifetimeMs: dayMs, scopes: [] },
  });
  const where = asked.project === null ? '' : ` in ${asked.project.name}`;
  return {
    about: `Can ${nameOf(policy, person)} ask for ${operation.id}${where}?`,
    verdict: verdict.kind === 'permit' ? `Yes. ${verdict.reasons.sentence}` : `No. ${verdict.refusal.rule}`,
    lines: [...explain(verdict.reasons)],
  };
}
