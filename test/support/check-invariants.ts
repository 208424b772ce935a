import { readBody } from '#audit/body.ts';
import type { Entry } from '#audit/entry.ts';
import { digestOfTerms } from '#approvals/digest.ts';
import { warrantOf } from '#approvals/warrant.ts';
import { finalStates, isFinal } from '#approvals/state.ts';
import type { Json } from '#domain/json.ts';
import { personOf } from '#policy/people.ts';
import { hashOfTemplate, stepOf } from '#workflow/effect-steps.ts';
import type { House } from '#workflow/house.ts';
import type { Effect, PlannedRequest } from '#workflow/ports/requests.ts';
import type { Store } from '#workflow/ports/store.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import type { FakeVendor } from './fake-vendor.ts';

interface World {
  readonly store: Store;
  readonly vendor: FakeVendor;
  readonly house: House;
}

interface Told {
  readonly record: PlannedRequest;
  readonly effects: readonly Effect[];
  readonly moves: readonly Readonly<Record<string, Json>>[];
  readonly decided: number;
}

async function entriesOf(store: Store): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const page = await store.read.audit.range(entries.length + 1, 500);
    entries.push(...page);
    if (page.length < 500) return entries;
  }
}

async function tell(store: Store, record: PlannedRequest, entries: readonly Entry[]): Promise<Told> {
  const bodies = entries.filter((entry) => entry.requestId === record.terms.id).map((entry) => readBody(entry));
  return {
    record,
    effects: await store.read.requests.effects(record.terms.id),
    moves: bodies.flatMap((body) => (body?.kind === 'request.moved' ? [body.what] : [])),
    decided: bodies.filter((body) => body?.kind === 'request.decided').length,
  };
}

/** Every effect carries the template that people approved, and the request the digest they saw. */
function changedTerms({ record, effects }: Told): readonly string[] {
  const { plan } = record.terms;
  const alien = effects.filter((effect) => hashOfTemplate(stepOf(plan, effect).call) !== effect.templateHash);
  return [
    ...(digestOfTerms(record.terms) === record.digest ? [] : ['its terms are not those of its digest']),
    ...alien.map((effect) => `effect ${effect.attempt}.${effect.position} is not of its plan`),
  ];
}

/** The record and the audit chain tell the same moves, and nothing happens to what has ended. */
function wrongMoves({ record, moves }: Told): readonly string[] {
  const problems: string[] = [];
  let state: Json = 'draft';
  for (const [i, move] of moves.entries()) {
    if (move['from'] !== state || move['revision'] !== i + 1) problems.push(`move ${i + 1} follows nothing`);
    if (finalStates.some((final) => final === state)) problems.push(`move ${i + 1} comes after its end`);
    state = move['to'] ?? null;
  }
  if (state !== record.state || moves.length !== record.revision) {
    problems.push(`the chain tells ${moves.length} moves, the record ${record.revision} to ${record.state}`);
  }
  return problems;
}

/** Nothing was ever about to be sent for what people were told would not happen. */
function sentAfterAll({ record, effects, moves }: Told): readonly string[] {
  const { state, endedAt } = record;
  const wasClaimed = moves.some((move) => move['to'] === 'executing');
  const isCalledOff = ['denied', 'cancelled', 'expired', 'stale', 'simulated'].includes(state);
  const isLate = isCalledOff && effects.some(({ startedAt }) => endedAt !== null && startedAt > endedAt);
  return [
    ...(effects.length > 0 && !wasClaimed ? ['it has effects and was never claimed'] : []),
    ...(isLate ? [`something was about to be sent after it was ${state}`] : []),
    ...(state === 'simulated' && effects.length > 0 ? ['it was simulated and has effects'] : []),
  ];
}

/** One creation a step and attempt at most, and nothing stays of an attempt whose secret nobody saw. */
function tooMuchMade({ record, effects }: Told, world: World): readonly string[] {
  const problems: string[] = [];
  const made = new Map<string, number>();
  for (const effect of effects.filter(({ status, part }) => status === 'applied' && part === 'step')) {
    const key = `${effect.attempt} ${effect.stepId}`;
    made.set(key, (made.get(key) ?? 0) + 1);
  }
  for (const [key, times] of made) if (times > 1) problems.push(`step ${key} happened ${times} times`);
  const left = world.vendor.organization.madeAccounts().filter(({ name }) => name.includes(record.terms.id));
  if (left.length > 1) problems.push(`${left.length} accounts of it exist`);
  const isOpen = ['executing', 'unknown', 'needs_human', 'succeeded'].includes(record.state);
  if (left.length > 0 && !isOpen) problems.push(`an account of it exists although it is ${record.state}`);
  const unshown = effects.filter(({ status }) => status === 'intent');
  if (unshown.length > 0 && record.state !== 'executing' && record.state !== 'unknown') {
    problems.push(`${unshown.length} intents were never settled`);
  }
  return problems;
}

/** Whoever was counted is another person than the requester and the beneficiary, and there were enough when it was carried out. */
async function wrongVotes({ record, moves }: Told, { store, house }: World): Promise<readonly string[]> {
  const { requester, beneficiary, requirements, id } = record.terms;
  const { policy } = house.policy();
  const decisions = await store.read.requests.decisions(id);
  const own = decisions.filter(
    ({ person, slackId }) =>
      person === requester.personId || person === beneficiary || personOf(policy, slackId) === requester.personId,
  );
  const approvals = new Set(
    decisions.filter((one) => one.kind === 'approve' && one.digest === record.digest).map(({ person }) => person),
  );
  const needed = requirements.reduce((sum, { count }) => sum + count, 0);
  const wasClaimed = moves.some((move) => move['to'] === 'executing');
  return [
    ...own.map(({ name }) => `${name} decided on their own request`),
    ...(wasClaimed && warrantOf(record.terms).by === 'quorum' && approvals.size < needed
      ? [`it was carried out with ${approvals.size} of ${needed} approvals`]
      : []),
  ];
}

/** People are told of every end: a card, a message to the requester, and the story. Drafts were never shown to anybody. */
async function untold({ record, moves }: Told, { store }: World): Promise<readonly string[]> {
  if (!isFinal(record.state) || moves[0]?.['to'] !== 'pending') return [];
  const waiting = new Set((await store.read.outbox.due(Number.MAX_SAFE_INTEGER, 1000)).map(({ key }) => key));
  const missing: string[] = [];
  for (const key of ['card', 'dm', 'story'].map((kind) => `${kind}:${record.terms.id}`)) {
    const wasPosted = (await store.read.messages.place(key)) !== null;
    if (!waiting.has(key) && !wasPosted) missing.push(`nobody is told by ${key}`);
  }
  return missing;
}

/** What must hold after every step of every story, as sentences about what does not. */
export async function brokenInvariants(world: World): Promise<readonly string[]> {
  const { store, vendor } = world;
  const verified = await verifyAudit(store.read.audit);
  const entries = await entriesOf(store);
  const problems = [
    ...(verified.ok ? [] : [`The audit chain is broken at ${verified.seq}: ${verified.sentence}`]),
    ...vendor.arrivals
      .filter(({ hadIntent }) => !hadIntent)
      .map(({ call }) => `${call.endpoint} arrived without an intent`),
  ];
  for (const record of await store.read.requests.list({ limit: 1000 })) {
    const told = await tell(store, record, entries);
    const found = [
      ...changedTerms(told),
      ...wrongMoves(told),
      ...sentAfterAll(told),
      ...tooMuchMade(told, world),
      ...(await wrongVotes(told, world)),
      ...(await untold(told, world)),
    ];
    problems.push(...found.map((problem) => `${record.terms.id}: ${problem}`));
  }
  return problems;
}
