import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { draftRequest } from '../draft-request.ts';
import type { House } from '../house.ts';
import type { HostAnswer, HostAsk, HostWish } from '../ports/host-asks.ts';
import { enter } from '../record.ts';
import { resolveInput } from '../resolve-input.ts';
import { submitRequest } from '../submit-request.ts';
import type { ActOutcome, Caller, Resolution } from '../use-cases.ts';
import { sentenceOf } from './prove-wish.ts';

type Wish = Extract<HostWish, { does: 'ask' }>;

/** A form would now ask for the rest; a command line has none. */
function unclear({ missing, problems }: Resolution, wish: Wish): Refusal | null {
  const { operation: id } = wish;
  const fields = findOperation(id)?.fields ?? {};
  const labels = missing.map((name) => fields[name]?.label ?? name);
  const said = problems.map(({ field, sentence, choices }) => {
    const among = choices.slice(0, 5).map(({ label, value }) => `${label} (${value})`);
    return `${fields[field]?.label ?? field}: ${sentence}${among.length === 0 ? '' : ` ${among.join(', ')}.`}`;
  });
  if (labels.length > 0) said.unshift(`Still missing: ${labels.join(', ')}.`);
  return said.length === 0 ? null : refuse('host.unclear', { what: 'Nothing was asked for.', rule: said.join(' ') });
}

/** Does for somebody what their form, preview and Send would do in Slack. */
async function carry(house: House, ask: HostAsk, wish: Wish): Promise<ActOutcome> {
  const { operation: operationId, words, reason, when, typedName } = wish;
  const caller: Caller = { slackId: ask.person.slackId, teamId: null, via: 'cli', deliveryKey: `host:${ask.id}` };
  const resolved = await resolveInput(house, { operationId, words, caller });
  if (resolved.kind !== 'resolution') return resolved;
  const no = unclear(resolved, wish);
  if (no !== null) return no;
  const timed = when === '' ? {} : { when };
  const drafted = await draftRequest(house, { operationId, input: resolved.input, reason, ...timed, caller });
  if (drafted.kind !== 'drafted') return drafted;
  return submitRequest(house, { requestId: drafted.picture.record.terms.id, typedName, caller });
}

function answerOf(outcome: ActOutcome): HostAnswer {
  if (isRefusal(outcome)) return { outcome: 'refused', sentence: sentenceOf(outcome), requestId: null };
  if (outcome.kind === 'failed') return { outcome: 'refused', sentence: outcome.sentence, requestId: null };
  return { outcome: 'done', sentence: outcome.sentence, requestId: outcome.requestId };
}

async function take(house: House, ask: HostAsk, wish: Wish): Promise<void> {
  const now = house.clock.now();
  // Taken before anything is tried, and never again: what a crash interrupts is asked once more by its person, not by a restart.
  if (!(await house.store.transact((tx) => tx.hostAsks.take(ask.id, now)))) return;
  const answer = answerOf(await carry(house, ask, wish));
  await house.store.transact(async (tx) => {
    await tx.hostAsks.answer(ask.id, answer);
    const what = { ask: ask.id, outcome: answer.outcome, sentence: answer.sentence };
    const { requestId } = answer;
    await enter(tx, house, { kind: 'host.answered', who: 'system:host-asks', requestId, what });
  });
}

/** Asks for what people have asked for on the host and proven; planned, judged and decided as if they had asked in Slack. */
export async function takeHostAsks(house: House): Promise<void> {
  for (const ask of await house.store.read.hostAsks.open(house.clock.now())) {
    if (ask.wish.does === 'ask') await take(house, ask, ask.wish);
  }
}
