import { warrantOf } from '#approvals/warrant.ts';
import { formatDuration } from '#domain/duration.ts';
import { orderName } from '#domain/order-name.ts';
import type { Judgement } from '#operations/memory.ts';
import { nameOf } from '#policy/people.ts';
import type { Manner, Policy } from '#policy/policy.ts';
import type { Safeguards } from '#policy/safeguards.ts';
import type { Eligible, Requirement, Verdict } from '#policy/verdict.ts';
import type { PlannedRequest } from './ports/requests.ts';

export type Fact = Judgement['facts'][number];

const proofs = { none: [], code: ['a one-time code or a passkey'], passkey: ['a passkey'] } as const;

/** What an approval takes besides a press, and what may still follow it. */
function safeguardWords({ stepUp, dwellMs, typed, vetoMs }: Safeguards): string {
  const takes = [
    ...proofs[stepUp],
    ...(typed ? ['the typed name or short code'] : []),
    ...(dwellMs > 0 ? [`a look of at least ${formatDuration(dwellMs)}`] : []),
  ];
  const each = takes.length === 0 ? 'a press in the window' : takes.join(', ');
  return vetoMs > 0 ? `${each}; then it can be cancelled for ${formatDuration(vetoMs)}` : each;
}

/** People by name, each with their unit where units have to differ. */
export function namesOf(policy: Policy, people: readonly Eligible[], { differentUnit }: Pick<Manner, 'differentUnit'>) {
  const named = people.map(({ person, unit }) => {
    const name = nameOf(policy, person);
    return differentUnit && typeof unit === 'string' ? `${name} (${unit})` : name;
  });
  return named.length === 0 ? 'nobody' : named.join(', ');
}

const couldWords = (policy: Policy, requirements: readonly Requirement[], manner: Manner): string =>
  requirements
    .map(({ from, eligible }) => `${from.join(' or ')}: ${namesOf(policy, eligible, manner)}`)
    .join(manner.inOrder ? '; then ' : '; ');

/** What a verdict comes to for whoever wants to know before they ask. */
export function verdictFacts(policy: Policy, verdict: Verdict): readonly Fact[] {
  if (verdict.kind === 'deny') {
    const { whoCan } = verdict.refusal;
    return whoCan === '' ? [] : [{ label: 'Who can', value: whoCan }];
  }
  const { rule, requirements, manner, safeguards, held } = verdict;
  return [
    { label: 'Decided by', value: `“${rule}”` },
    ...(requirements.length === 0
      ? []
      : [
          { label: 'Could approve now', value: couldWords(policy, requirements, manner) },
          { label: 'An approval takes', value: safeguardWords(safeguards) },
        ]),
    ...(held === null ? [] : [{ label: 'Planned only', value: `Nothing is sent, because ${held.sentence}.` }]),
  ];
}

/** On whose word a request runs. */
export function warrantFact({ terms }: PlannedRequest): Fact {
  const warrant = warrantOf(terms);
  const label = 'Runs on';
  switch (warrant.by) {
    case 'quorum':
      return { label, value: 'its approvals' };
    case 'standing-order':
      return {
        label,
        value: `standing order ${orderName(warrant.order.id)} “${warrant.order.name}”, countersigned before`,
      };
    case 'break-glass':
      return { label, value: `break-glass (${warrant.debt.incident}); somebody else reviews it afterwards` };
    case 'desk':
      return { label, value: 'the desk: its requester’s passkey; somebody else reviews it afterwards' };
  }
}

export const takesFact = (safeguards: Safeguards): Fact => ({
  label: 'An approval takes',
  value: safeguardWords(safeguards),
});
