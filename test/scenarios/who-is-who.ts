import { dayMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { approve } from './key-story.ts';
import { approvals, type Player, readMessage } from './player.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

export const group = 'S0APPROVE1';
const priyasLine = '  priya: { name: Priya Raman, slack: U0PRIYA001, openai: priya@acme.example }\n';

/** The sandbox in which Priya is in no file: she may approve through a Slack group, once two people have said who she is. */
export async function openWithoutPriya(): Promise<Scene> {
  const text = (await policyWith(priyasLine, '')).replace(
    'approvers: [bea, omar, sam]',
    `approvers: { slack_group: ${group} }`,
  );
  const scene = await openScene({ policyText: text });
  const { bea, omar, priya, sam, world } = scene;
  world.slack.admin.addToChannel(approvals, priya.userId);
  await world.slack.admin.setGroupMembers(group, [bea.userId, omar.userId, sam.userId, priya.userId]);
  await world.settle();
  world.clock.advance(2 * dayMs);
  return scene;
}

/** What a command said to whoever typed it. */
export async function answerTo(scene: Scene, by: Player, command: string): Promise<string> {
  await by.type(command);
  await scene.world.settle();
  return readMessage(by.hint());
}

/** Sends the request that a command prepares. */
export async function send(scene: Scene, command: string): Promise<RequestId> {
  await scene.erin.type(command);
  await scene.world.settle();
  await scene.erin.submit();
  await scene.world.settle();
  if (scene.erin.modal().title !== 'Done') throw new Error(`It was not sent: ${scene.erin.modalText()}`);
  await scene.erin.closeModal();
  return (await scene.newest()).terms.id;
}

/** The same, countersigned by Bea and Omar. */
export async function countersigned(scene: Scene, command: string): Promise<RequestId> {
  const id = await send(scene, command);
  await approve(scene, scene.bea, id);
  await approve(scene, scene.omar, id);
  await scene.world.advance(11 * 60_000);
  return id;
}
