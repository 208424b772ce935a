import { digestOfTerms } from '#approvals/digest.ts';
import { isHourMissed } from '#approvals/hour.ts';
import { compareGuards } from '#approvals/stale.ts';
import { warrantOf } from '#approvals/warrant.ts';
import type { Decision } from '#approvals/request.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Instant } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Ask } from '#operations/operation.ts';
import type { StoredInput } from '#operations/field.ts';
import { requesterOf } from './admit.ts';
import { refuseHere } from './as-here.ts';
import { type Electorate, electorateOf, quorumOf, unreadSentence } from './electorate.ts';
import { whyLapsed } from './why-lapsed.ts';
import { refuseAtClaim } from './emergency-desk/desk-gate.ts';
import { freezeOn, frozenSentence } from './freeze-on.ts';
import { gather } from './gather.ts';
import { refuseSkewed } from './refuse-skewed.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { CallContext } from './ports/vendor.ts';
import { asProven } from './step-up/as-proven.ts';
import { refuseBeyondOrder } from './warrants/beyond-order.ts';
import { latestOf } from './ports/rollout.ts';
import { heldNow } from './rollout/held-now.ts';
import { refuseWarrant, runsOnQuorum } from './warrants/warrant.ts';
import { isCollected, readyAtOf, safeguardsNow } from './when-ready.ts';

// What is believed about the people who approved may be this old when their approval is used.
const EVIDENCE_MS = 60_000;

/** What stands between an approval and the first byte. */
export type Gates =
  /** `rollout` is the last word on how far things go here that was looked at. */
  | { readonly kind: 'open'; readonly rollout: number }
  /** A counted approver no longer qualifies: back to pending, without that decision. */
  | { readonly kind: 'lapsed'; readonly who: readonly Decision[]; readonly sentence: string }
  | { readonly kind: 'stale'; readonly sentence: string }
  /** The policy now asks for a longer wait than there was. */
  | { readonly kind: 'held'; readonly until: Instant; readonly sentence: string }
  /** Somebody froze it: it waits as it is until two people thaw it. */
  | { readonly kind: 'frozen'; readonly sentence: string }
  /** Something could not be asked; nothing is decided by that. */
  | { readonly kind: 'closed'; readonly sentence: string };

/** One of them, before the last one was passed. */
type Gate = Exclude<Gates, { kind: 'open' }> | { readonly kind: 'open' };

async function unproven(house: House, approvals: readonly Decision[]) {
  const standings = await Promise.all(
    approvals.map(async (decision) => ({
      decision,
      standing: await house.people.standing(decision.slackId, EVIDENCE_MS),
    })),
  );
  const unreachable = standings.some(
    ({ standing }) => standing.kind === 'refused' && standing.code === 'slack-unreachable',
  );
  return {
    unreachable,
    gone: standings.flatMap(({ decision, standing }) =>
      standing.kind === 'refused' ? [{ decision, code: standing.code }] : [],
    ),
  };
}

/** What the policy in force, or what was held back here, says against carrying this out at all. Plan-only is the brake that an operator pulls, so it counts at once. */
function policyChange(record: PlannedRequest, { today }: Electorate): string | null {
  if (today.kind === 'deny') {
    return today.refusal.code === 'rollout.off'
      ? today.refusal.rule
      : `The policy changed since: ${today.refusal.rule}`;
  }
  const held = heldNow(record, today);
  return held === null ? null : `${record.terms.plan.operation} is plan-only now, so nothing may be sent: ${held}.`;
}

/** A veto window that the policy asks for only now, or that grew since: what was asked and what is asked both count. */
function vetoGate(
  house: House,
  record: PlannedRequest,
  { electorate, approvals }: { electorate: Electorate; approvals: readonly Decision[] },
): Gate {
  const until = readyAtOf(record, approvals, safeguardsNow(record, electorate).vetoMs);
  if (until === null || until <= house.clock.now()) return { kind: 'open' };
  return { kind: 'held', until, sentence: 'The policy now lets people cancel it for longer before anything is sent.' };
}

async function peopleGate(house: House, record: PlannedRequest): Promise<Gate> {
  const approvals = (await house.store.read.requests.decisions(record.terms.id)).filter(
    (each) => each.kind === 'approve',
  );
  const { unreachable, gone } = await unproven(house, approvals);
  if (unreachable)
    return { kind: 'closed', sentence: 'Slack could not be asked whether the approvers are still members.' };
  const requester = await house.people.standing(record.terms.requester.slackId, EVIDENCE_MS);
  if (requester.kind === 'refused') {
    return requester.code === 'slack-unreachable'
      ? { kind: 'closed', sentence: 'Slack could not be asked whether the requester is still a member.' }
      : { kind: 'stale', sentence: `${record.terms.requester.name} is no longer a full member of this workspace.` };
  }
  const electorate = await electorateOf(house, record);
  const present = approvals.filter((decision) => !gone.some((one) => one.decision === decision));
  const remaining = await asProven(house, record, present);
  const quorum = quorumOf(record, electorate, remaining);
  const changed = policyChange(record, electorate);
  const isAgreed = quorum.met || !runsOnQuorum(record);
  if (electorate.unread.length > 0 && (!isAgreed || changed !== null)) {
    return { kind: 'closed', sentence: unreadSentence(electorate.unread) };
  }
  const never = refuseHere(house.policy().policy, record.terms.plan);
  if (never !== null) return { kind: 'stale', sentence: `${never.what} ${never.rule}` };
  if (changed !== null) return { kind: 'stale', sentence: changed };
  const no = (await refuseWarrant(house.store.read, house, record)) ?? (await refuseBeyondOrder(house, record));
  if (no !== null) return { kind: 'stale', sentence: no.rule };
  if (isAgreed) return vetoGate(house, record, { electorate, approvals: remaining });
  const uncounted = approvals.filter((decision) => !quorum.counted.includes(decision.person));
  const reasons = uncounted.map((decision) => {
    const code = gone.find((one) => one.decision === decision)?.code ?? null;
    return `${decision.name}’s approval no longer counts: ${whyLapsed(decision, { code, quorum, electorate })}.`;
  });
  const sentence = reasons.length === 0 ? 'The policy now asks for more approvals.' : reasons.join(' ');
  return { kind: 'lapsed', who: uncounted, sentence };
}

/** At the desk nobody approves, and Slack may say nothing: the policy's list and the requester's own signature answer instead. */
async function deskGate(house: House, record: PlannedRequest): Promise<Gate> {
  const sentence = await refuseAtClaim(house, record);
  return sentence === null ? { kind: 'open' } : { kind: 'stale', sentence };
}

async function guardsGate(house: House, record: PlannedRequest, context: CallContext): Promise<Gate> {
  const { terms } = record;
  const operation = findOperation(terms.plan.operation);
  invariant(operation !== null, 'A stored request names an operation of the catalogue');
  const { slackId, name } = terms.requester;
  const ask: Ask<StoredInput> = {
    input: terms.input,
    requester: requesterOf(house, slackId, name),
    requestId: terms.id,
    reason: terms.reason,
    now: house.clock.now(),
  };
  const known = await gather(house, { operation, ask, context });
  if (isRefusal(known)) return { kind: 'stale', sentence: known.what };
  const now = operation.plan(ask, known);
  if (isRefusal(now)) return { kind: 'stale', sentence: now.what };
  const differences = compareGuards(terms.plan.guards, now.guards);
  if (differences === null) return { kind: 'open' };
  return { kind: 'stale', sentence: differences.map((difference) => difference.sentence).join(' ') };
}

/** Everything that must still hold just before anything is sent. Reads only; the claim that follows is one conditional update. */
export async function passGates(house: House, record: PlannedRequest, context: CallContext): Promise<Gates> {
  if (digestOfTerms(record.terms) !== record.digest) {
    house.log.error({ request: record.terms.id }, 'A stored request is not the one that was approved');
    return { kind: 'stale', sentence: 'what is stored is not what was approved. The operator has to look at the log.' };
  }
  invariant(
    record.terms.deployment === house.deployment,
    'A request is carried out only by the installation that made it',
  );
  const skewed = refuseSkewed(house, record.terms.plan.operation);
  if (skewed !== null) return { kind: 'closed', sentence: skewed.rule };
  if (isHourMissed(record.terms, house.clock.now()) && !isCollected(record)) {
    return { kind: 'stale', sentence: 'The hour it was approved for is more than an hour over.' };
  }
  const freeze = await freezeOn(house.store.read, record);
  if (freeze !== null) return { kind: 'frozen', sentence: frozenSentence(freeze) };
  const rollout = latestOf(await house.store.read.rollout.words());
  const people = await (warrantOf(record.terms).by === 'desk' ? deskGate(house, record) : peopleGate(house, record));
  const last = people.kind === 'open' ? await guardsGate(house, record, context) : people;
  return last.kind === 'open' ? { kind: 'open', rollout } : last;
}
