import type { Refusal } from '#domain/refusal.ts';
import { notFounded } from '../admit.ts';
import { openWishPage, signWish, type WishPage } from '../host/sign-wish.ts';
import { type DeskUseCases, openDeskUseCases } from '../emergency-desk/desk-use-cases.ts';
import type { House } from '../house.ts';
import type { CodeSheet } from '../ports/presence.ts';
import type { ActOutcome, Failed, SaidOutcome } from '../use-cases.ts';
import { decideOnPage, type DecisionPage, openDecisionPage } from './decide-on-page.ts';
import {
  type EnrolledNow,
  type EnrolmentPage,
  enrolCodes,
  enrolPasskey,
  offerCodes,
  openEnrolmentPage,
} from './enrol.ts';
import { beginRecovery, openRecoveryPage } from './recover.ts';
import { openSendingPage, sendOnPage } from './send-proven.ts';

type Or<T> = T | Refusal | Failed;

/** Everything that the bot's own pages can ask for. `token` is what stands in a page's address; it names person and purpose. */
export interface PageUseCases {
  openDecision(token: string): Promise<Or<DecisionPage>>;
  decide(given: { token: string; answer: unknown; comment: string }): Promise<ActOutcome>;
  openEnrolment(token: string): Promise<Or<EnrolmentPage>>;
  enrolPasskey(given: { token: string; answer: unknown }): Promise<Or<EnrolledNow>>;
  offerCodes(token: string): Promise<Or<CodeSheet>>;
  enrolCodes(given: { token: string; sealed: string; code: string }): Promise<Or<EnrolledNow>>;
  openRecovery(token: string): Promise<{ readonly name: string } | Refusal>;
  recover(given: { token: string; codes: readonly string[] }): Promise<SaidOutcome>;
  /** An emergency that its requester is about to send. */
  openSending(token: string): Promise<Or<DecisionPage>>;
  send(given: { token: string; answer: unknown }): Promise<ActOutcome>;
  openWish(token: string): Promise<Or<WishPage>>;
  signWish(given: { token: string; answer: unknown }): Promise<SaidOutcome>;
  readonly desk: DeskUseCases;
}

export function openPageUseCases(house: House): PageUseCases {
  /** A page is opened with a token and comes not through `admit`, so an installation that nobody has confirmed says so here. */
  const founded =
    <A, T>(work: (house: House, given: A) => Promise<T>) =>
    async (given: A): Promise<T | Refusal> =>
      house.founding.isDone() ? work(house, given) : notFounded;
  return {
    openDecision: founded(openDecisionPage),
    decide: founded(decideOnPage),
    openEnrolment: founded(openEnrolmentPage),
    enrolPasskey: founded(enrolPasskey),
    offerCodes: founded(offerCodes),
    enrolCodes: founded(enrolCodes),
    openRecovery: founded(openRecoveryPage),
    recover: founded(beginRecovery),
    openSending: founded(openSendingPage),
    send: founded(sendOnPage),
    openWish: founded(openWishPage),
    signWish: founded(signWish),
    desk: openDeskUseCases(house),
  };
}
