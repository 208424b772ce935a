import { missingSentence } from '#approvals/quorum.ts';
import type { Decision } from '#approvals/request.ts';
import { standingWords } from '#approvals/standing-words.ts';
import { isFinal } from '#approvals/state.ts';
import { shortRequestId } from '#domain/ids.ts';
import { dayMs, utcMinute } from '#domain/instant.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Judgement } from '#operations/memory.ts';
import type { MemoryQuestion } from '#operations/need.ts';
import { askedSentence } from '#policy/consent.ts';
import { evaluate } from '#policy/evaluate.ts';
import { anyManner } from '#policy/seating.ts';
import { nameOf, personByEmail, slackIdsOf } from '#policy/people.ts';
import { besideFacts } from './judgement-beside.ts';
import { bareMatter, factsOf } from './consult-policy.ts';
import { type Electorate, electorateOf, electors, quorumOf } from './electorate.ts';
import { freezeOn, frozenSentence } from './freeze-on.ts';
import { asSeenBy, seenBy } from './sight.ts';
import type { Requester } from '#operations/operation.ts';
import type { House } from './house.ts';
import { type Fact, namesOf, takesFact, verdictFacts, warrantFact } from './judgement-facts.ts';
import { judgementLines } from './judgement-lines.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { safeguardsNow } from './when-ready.ts';
import { ignoredWords } from './why-lapsed.ts';

/** What holds it back or is still to come, for a request that has not ended. */
async function openFacts(
  house: House,
  record: PlannedRequest,
  { electorate, decisions, missing }: { electorate: Electorate; decisions: readonly Decision[]; missing: string },
): Promise<readonly Fact[]> {
  const { policy } = house.policy();
  const could = electors(electorate).filter(({ person }) => !decisions.some((each) => each.person === person));
  const freeze = await freezeOn(house.store.read, record);
  return [
    ...(missing === ''
      ? []
      : [
          { label: 'Still needs', value: missing },
          { label: 'Could approve now', value: namesOf(policy, could, record.terms.manner ?? anyManner) },
          takesFact(safeguardsNow(record, electorate)),
        ]),
    ...(freeze === null ? [] : [{ label: 'Frozen', value: frozenSentence(freeze) }]),
    ...(record.readyAt === null || record.readyAt <= house.clock.now()
      ? []
      : [{ label: 'Not before', value: utcMinute(record.readyAt) }]),
  ];
}

/** What is asked of the approvers of a request, what today's policy says of it, and how each decision is counted. */
export async function whyOf(whole: House, who: Requester, record: PlannedRequest): Promise<Judgement> {
  const house = asSeenBy(whole, who);
  const { terms, state } = record;
  const { policy, digest } = house.policy();
  const electorate = await electorateOf(house, record);
  const decisions = await seenBy(whole, who).requests.decisions(terms.id);
  const quorum = quorumOf(record, electorate, decisions);
  const named = (person: Parameters<typeof nameOf>[1]): string => nameOf(policy, person);
  const missing = quorum.met ? '' : missingSentence(quorum.missing);
  return {
    about: `${shortRequestId(terms.id)}: ${terms.plan.title}`,
    verdict: `${standingWords[state]} It was asked under the rule “${terms.rule}”: ${askedSentence(terms.requirements, terms.manner)}.`,
    facts: [
      warrantFact(record),
      ...(isFinal(state) ? [] : await openFacts(house, record, { electorate, decisions, missing })),
    ],
    lines: [
      ...quorum.counted.map((person) => ({ said: `✓ The approval of ${named(person)} counts.`, because: '' })),
      ...quorum.ignored.map(({ person, why }) => ({
        said: `✗ The decision of ${named(person)} does not count.`,
        because: `Because ${ignoredWords[why]}.`,
      })),
      terms.policyDigest === digest
        ? { said: '✓ The policy has not changed since it was asked for.', because: '' }
        : { said: '✗ The policy has changed since it was asked for.', because: 'Both have to be met.' },
      ...judgementLines(electorate.today.reasons, terms.plan.operation),
    ],
  };
}

/** What the policy would say, for the least there is to ask for; null for somebody it does not bind, or no operation. */
export async function canOf(
  whole: House,
  who: Requester,
  asked: Extract<MemoryQuestion, { of: 'can' }>,
): Promise<Judgement | null> {
  const house = asSeenBy(whole, who);
  const { policy } = house.policy();
  const operation = findOperation(asked.operation);
  const person = personByEmail(policy, asked.email);
  const [slackId] = person === null ? [] : slackIdsOf(policy, person);
  if (operation === null || person === null || slackId === undefined) return null;
  const matter = {
    ...bareMatter(operation, { slackId, personId: person }, asked.project),
    bounds: { lifetimeMs: dayMs, scopes: [] },
  };
  const facts = await factsOf(house, matter);
  const verdict = evaluate(policy, facts);
  const where = asked.project === null ? '' : ` in ${asked.project.name}`;
  return {
    about: `Can ${nameOf(policy, person)} ask for ${operation.id}${where}?`,
    verdict: verdict.kind === 'permit' ? yes(verdict.requirements, verdict.manner) : `No. ${verdict.refusal.rule}`,
    facts: [
      ...verdictFacts(policy, verdict),
      ...(await besideFacts({ house, sight: seenBy(whole, who) }, { policy, facts }, operation)),
    ],
    lines: [...judgementLines(verdict.reasons, operation.id)],
  };
}

function yes(...[asked, manner]: Parameters<typeof askedSentence>): string {
  return asked.length === 0 ? 'Yes; reading needs nobody’s consent.' : `Yes, with ${askedSentence(asked, manner)}.`;
}
