import type { Proof } from '#approvals/proof.ts';
import { presenceChallenge } from '#approvals/presence-challenge.ts';
import { hourMs } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { carryOutStop } from '../carry-out-stop.ts';
import type { HostAsk, HostPerson, HostWish } from '../ports/host-asks.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { Keeper } from '../step-up/keeper.ts';
import { proveCodeIn } from '../step-up/prove-code.ts';
import { signedJson } from '../step-up/signed-json.ts';
import { openTicket } from '../step-up/tickets.ts';

// Whoever asks is at the keyboard: what the bot has not taken up within the hour was meant for another moment.
const LIFE_MS = hourMs;

export interface Wanted {
  readonly person: HostPerson;
  readonly wish: HostWish;
}

/** What a wish's passkey signs: the wish itself, whole, with the moment at which it was typed. */
function wishWords({ wish, askedAt }: Pick<HostAsk, 'wish' | 'askedAt'>): JsonObject {
  return { ...wish, askedAt };
}

export function wishChallenge(deployment: string, ask: HostAsk): string {
  return presenceChallenge({ deployment, person: ask.person.personId, words: wishWords(ask) });
}

/**
 * What a proven wish does at once, in the transaction that proves it: a freeze takes effect; what is asked is left for the bot, which alone
 * plans and sends.
 */
export async function proveWish(
  tx: Writing,
  keeper: Keeper,
  { ask, proof }: { readonly ask: HostAsk; readonly proof: Proof },
): Promise<Refusal | null> {
  const { person, wish, id, askedAt } = ask;
  const proven = { proof: proof.kind, signed: signedJson(keeper.deployment, person.personId, proof), askedAt };
  await tx.hostAsks.prove(id, proof);
  if (wish.does === 'ask') {
    const what = { ask: id, ...wish, words: { ...wish.words }, via: 'cli', ...proven };
    await enter(tx, keeper, { kind: 'host.asked', who: person.slackId, requestId: null, what });
    return null;
  }
  const stop = { kind: 'freeze', scope: wish.scope } as const;
  const done = await carryOutStop(tx, keeper, { stop, person, why: wish.why, via: 'cli', proven });
  const answer = isRefusal(done) ? sentenceOf(done) : done;
  await tx.hostAsks.answer(id, { outcome: isRefusal(done) ? 'refused' : 'done', sentence: answer, requestId: null });
  return isRefusal(done) ? done : null;
}

/** A refusal as a command line and a row say it. */
export const sentenceOf = ({ what, rule, whoCan }: Refusal): string =>
  [what, rule, whoCan === '' ? '' : `Who can: ${whoCan}`].filter((part) => part !== '').join(' ');

const begin = (tx: Writing, keeper: Keeper, { person, wish, ticketHash }: Wanted & { ticketHash: string | null }) => {
  const askedAt = keeper.clock.now();
  return tx.hostAsks.insert({ person, wish, askedAt, expiresAt: askedAt + LIFE_MS, ticketHash });
};

/** Proves a wish with a one-time code: code, wish and what it does are one transaction. Answers the wish's number. */
export function wishWithCode(keeper: Keeper, wanted: Wanted & { readonly code: string }): Promise<number | Refusal> {
  const { person, wish, code } = wanted;
  return keeper.store.transact(async (tx) => {
    const proof = await proveCodeIn(tx, keeper, { person: person.personId, code });
    if (isRefusal(proof)) return proof;
    const ask = await begin(tx, keeper, { person, wish, ticketHash: null });
    return (await proveWish(tx, keeper, { ask, proof })) ?? ask.id;
  });
}

/** Opens the page of the running bot on which a passkey signs a wish. */
export async function wishOnPage(
  keeper: Keeper,
  wanted: Wanted,
): Promise<{ readonly id: number; readonly url: string } | Refusal> {
  const { personId: person, slackId, name } = wanted.person;
  const opened = await openTicket(keeper, { purpose: 'host', person, slackId, name });
  if (isRefusal(opened)) return opened;
  const ticketHash = keeper.presence.ticketHash(opened.token);
  const { id } = await keeper.store.transact((tx) => begin(tx, keeper, { ...wanted, ticketHash }));
  return { id, url: opened.url };
}
