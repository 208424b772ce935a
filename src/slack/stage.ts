import type { ModalView } from '@slack/types';
import type { Caller } from '#workflow/use-cases.ts';
import type { Screen } from './api/screens.ts';
import type { PressDelivery } from './delivery.ts';
import type { Kit } from './kit.ts';
import { asMessage, asModal, type Saying, sentence } from './views/saying.ts';

/** Where somebody acted, and so where they are answered. */
export interface Origin {
  readonly caller: Caller;
  readonly triggerId: string;
  /** Null where there is no channel: modals, Home, shortcuts. */
  readonly responseUrl: string | null;
  /** The modal that was clicked in, if one was. */
  readonly modalId: string | null;
}

export function originOf(press: PressDelivery): Origin {
  const { caller, triggerId, responseUrl, place } = press;
  return { caller, triggerId, responseUrl, modalId: place.in === 'modal' ? place.viewId : null };
}

/** Opens a modal on the person's screen at once. Null when Slack refused it, mostly because 3 s had passed; the person is then told. */
export async function begin(kit: Kit, origin: Origin, view: ModalView): Promise<Screen | null> {
  const opened = await kit.screens.open(origin.triggerId, view, origin.modalId === null ? 'nothing' : 'modal');
  if (opened !== null) return opened;
  if (origin.modalId !== null) {
    // Three modals lie on top of each other already: the one that was clicked in makes room.
    const here = kit.screens.existing(origin.modalId);
    return (await here.show(view)) ? here : null;
  }
  if (origin.responseUrl !== null)
    await kit.answers.answer(
      origin.responseUrl,
      asMessage(sentence('Slack took too long to open the window. Nothing was done; press again.')),
    );
  return null;
}

/** Tells one person something: privately where they acted, or in a modal where there is no channel. */
export async function tell(kit: Kit, origin: Origin, said: Saying): Promise<void> {
  if (origin.responseUrl !== null) await kit.answers.answer(origin.responseUrl, asMessage(said));
  else await begin(kit, origin, asModal(said));
}

const stumbled = asModal(
  sentence('Something went wrong on our side. Look at the request before you try again.', 'Not done'),
);

/** Fills an open modal with what the work comes to; a bug leaves a sentence there, not a window that checks for ever. */
export async function fill(kit: Kit, screen: Screen, work: () => Promise<ModalView>): Promise<void> {
  const view = await work().catch((error: unknown) => {
    kit.log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'Filling a modal failed');
    return stumbled;
  });
  await screen.show(view);
}
