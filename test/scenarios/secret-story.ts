import type { RequestId } from '#domain/ids.ts';
import type { SeatMessage } from '#sandbox/slack/seat.ts';
import type { Player } from './player.ts';
import type { Scene } from './scene.ts';

/** Sam asks for something confidentially, sends it and lets its cards arrive. */
export async function askInSecret(scene: Scene, command: string, reason = 'leaving on Friday'): Promise<RequestId> {
  const { sam, world } = scene;
  await sam.type(`/openai ${command} --reason "${reason}" --confidential`);
  await world.settle();
  await sam.submit();
  await world.settle();
  if (sam.modal().title !== 'Done') throw new Error(`It was not sent: ${sam.modalText()}`);
  await sam.closeModal();
  return (await scene.newest()).terms.id;
}

const isCardOf = (id: RequestId) => (message: SeatMessage) =>
  JSON.stringify(message.blocks).includes(`"block_id":"card.${id}.`);

/** The card of a confidential request, in the conversation of somebody who decides on it; undefined for everybody else. */
export const secretCardOf = (by: Player, id: RequestId): SeatMessage | undefined => by.letters().findLast(isCardOf(id));

/** Presses a button of that card and waits until its window is there. */
export async function pressOnSecret(scene: Scene, by: Player, press: { id: RequestId; label: string }): Promise<void> {
  const card = secretCardOf(by, press.id);
  if (card === undefined) throw new Error(`${by.userId} has no card of ${press.id}`);
  await by.press(card, press.label);
  await scene.world.settle();
}

export async function approveInSecret(scene: Scene, by: Player, id: RequestId): Promise<void> {
  await pressOnSecret(scene, by, { id, label: 'Approve' });
  await by.submit();
  await scene.world.settle();
  while (by.hasModal()) await by.closeModal();
}

/** Bea denies it. */
export async function denyInSecret(scene: Scene, id: RequestId, why = 'not this way'): Promise<void> {
  const { bea: by } = scene;
  await pressOnSecret(scene, by, { id, label: 'Deny' });
  await by.submit({ 'Why not': why });
  await scene.world.settle();
  while (by.hasModal()) await by.closeModal();
}
