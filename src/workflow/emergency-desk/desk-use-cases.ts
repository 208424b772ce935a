import type { RequestId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { House } from '../house.ts';
import type { ActOutcome, Failed } from '../use-cases.ts';
import { chooseAtDesk, type DeskChoice } from './choose.ts';
import { type DeskLook, lookAround } from './look.ts';
import { countKnocks } from './knocks.ts';
import { prepareStop, type WantedStop } from './prepare-stop.ts';
import { type DeskDoor, openDoor, signIn } from './sign-in.ts';
import { rememberSilence } from './remember-silence.ts';
import { type DeskRequest, showAtDesk, signStop } from './sign-stop.ts';

/** Everything that can be done at the desk. `token` is what stands in an address after signing in: it lets its person look, and nothing else. */
export interface DeskUseCases {
  door(): DeskDoor | Refusal;
  signIn(answer: unknown): Promise<{ readonly kind: 'opened'; readonly url: string } | Refusal | Failed>;
  look(token: string): Promise<DeskLook | Refusal | Failed>;
  choose(ask: Parameters<typeof chooseAtDesk>[1]): Promise<DeskChoice | Refusal | Failed>;
  prepare(wanted: WantedStop): Promise<{ readonly kind: 'prepared'; readonly requestId: RequestId } | Refusal | Failed>;
  show(ask: { token: string; requestId: RequestId }): Promise<DeskRequest | Refusal | Failed>;
  stop(given: { token: string; requestId: RequestId; answer: unknown }): Promise<ActOutcome>;
}

export function openDeskUseCases(asked: House): DeskUseCases {
  const house = { ...asked, people: rememberSilence(asked) };
  const knock = countKnocks(house);
  return {
    door: () => openDoor(house),
    signIn: (answer) => signIn(house, { answer, knock }),
    look: (token) => lookAround(house, token),
    choose: (ask) => chooseAtDesk(house, ask),
    prepare: (wanted) => prepareStop(house, wanted),
    show: (ask) => showAtDesk(house, ask),
    stop: (given) => signStop(house, given),
  };
}
