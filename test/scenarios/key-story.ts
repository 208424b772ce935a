import type { RequestId } from '#domain/ids.ts';
import type { SeatMessage, SeatView } from '#sandbox/slack/seat.ts';
import type { World } from '#sandbox/world/open-world.ts';
import { approvals, type Player } from './player.ts';
import { readBlocks } from './read-blocks.ts';
import type { Scene } from './scene.ts';

export interface Wish {
  readonly by?: Player;
  readonly name?: string;
  readonly project?: string;
  readonly reason?: string;
}

/** Asks for a key with a complete command, sends the preview and lets the card arrive. */
export async function askForKey(scene: Scene, wish: Wish = {}): Promise<RequestId> {
  const { by = scene.erin, name = 'nightly-eval', project = 'search-dev', reason = 'nightly evaluation' } = wish;
  await by.type(`/openai keys issue ${project} --name ${name} --for 30d --access requests --reason "${reason}"`);
  await scene.world.settle();
  await by.submit();
  await scene.world.settle();
  if (by.modal().title !== 'Done') throw new Error(`It was not sent: ${by.modalText()}`);
  await by.closeModal();
  return (await scene.newest()).terms.id;
}

/** Asks to revoke what these words name. */
export async function askToRevoke(scene: Scene, words: string, by: Player = scene.erin): Promise<RequestId> {
  await by.type(`/openai keys revoke ${words} --reason "no longer needed"`);
  await scene.world.settle();
  await by.submit();
  await scene.world.settle();
  if (by.modal().title !== 'Done') throw new Error(`It was not sent: ${by.modalText()}`);
  await by.closeModal();
  return (await scene.newest()).terms.id;
}

/** Whether a message is about this request itself; others may name it. */
const isOf =
  (id: RequestId, ...kinds: string[]) =>
  ({ blocks, ephemeral }: SeatMessage): boolean =>
    !ephemeral && kinds.some((kind) => JSON.stringify(blocks).includes(`"block_id":"${kind}.${id}.`));

/** The card of a request. */
export function cardOf(by: Player, id: RequestId): SeatMessage {
  const found = by.messages(approvals).findLast(isOf(id, 'card'));
  if (found === undefined) throw new Error(`${by.userId} sees no card of ${id}`);
  return found;
}

/** The living message about a request to whoever asked, or to the owner of the key that it ended. */
export function letterOf(by: Player, id: RequestId): SeatMessage {
  const found = by.letters().findLast(isOf(id, 'dm', 'owner'));
  if (found === undefined) throw new Error(`${by.userId} was told nothing about ${id}`);
  return found;
}

/** The message in which somebody was asked something about their request. */
export function questionOf(by: Player, id: RequestId): SeatMessage {
  const found = by.letters().findLast(isOf(id, 'question'));
  if (found === undefined) throw new Error(`${by.userId} was asked nothing about ${id}`);
  return found;
}

/** The message in which somebody would approve less. */
export function suggestionOf(by: Player, id: RequestId): SeatMessage {
  const found = by.letters().findLast(isOf(id, 'suggestion'));
  if (found === undefined) throw new Error(`Nothing was suggested to ${by.userId} about ${id}`);
  return found;
}

/** Bea opens the form in which she can say what she would approve instead. */
export async function openLess(scene: Scene, id: RequestId): Promise<void> {
  await openDecision(scene, scene.bea, id);
  await scene.bea.pressInModal('Suggest less');
  await scene.world.settle();
}

/** Bea would approve a week. */
export async function suggestLess(scene: Scene, id: RequestId): Promise<void> {
  const { bea, world } = scene;
  await openLess(scene, id);
  await bea.submit({ 'For how long': '7d' });
  await world.settle();
  await bea.submit();
  await world.settle();
  while (bea.hasModal()) await bea.closeModal();
}

/** Bea asks something about a request. */
export async function ask(scene: Scene, id: RequestId, text = 'What is it for?'): Promise<void> {
  const { bea: by } = scene;
  await by.press(cardOf(by, id), 'Ask');
  await scene.world.settle();
  await by.submit({ 'Your question': text });
  await scene.world.settle();
}

/** Opens the modal of an approval and waits until the plan stands in it. */
export async function openDecision(scene: Scene, by: Player, id: RequestId): Promise<void> {
  await by.press(cardOf(by, id), 'Approve');
  await scene.world.settle();
}

export async function openDenial(scene: Scene, by: Player, id: RequestId): Promise<void> {
  await by.press(cardOf(by, id), 'Deny');
  await scene.world.settle();
}

export async function deny(scene: Scene, by: Player, id: RequestId): Promise<void> {
  await openDenial(scene, by, id);
  await by.submit({ 'Why not': 'not now' });
  await scene.world.settle();
}

export async function approve(scene: Scene, by: Player, id: RequestId): Promise<void> {
  await openDecision(scene, by, id);
  await by.submit();
  await scene.world.settle();
}

export async function pressMakeMyKey(scene: Scene, by: Player, id: RequestId): Promise<void> {
  await by.press(letterOf(by, id), 'Make my key');
  await scene.world.settle();
}

/** The key that a modal shows, or null. */
export function keyIn(view: SeatView): string | null {
  const block = view.blocks.find((each) => each['block_id'] === 'key.value');
  return block === undefined ? null : readBlocks([block]);
}

/** The whole story of one key, up to the moment its owner sees it. */
export async function getKey(scene: Scene, wish: Wish = {}): Promise<{ id: RequestId; key: string }> {
  const by = wish.by ?? scene.erin;
  const id = await askForKey(scene, wish);
  await approve(scene, scene.bea, id);
  await pressMakeMyKey(scene, by, id);
  const key = keyIn(by.modal());
  if (key === null) throw new Error(`No key was shown: ${by.modalText()}`);
  await by.closeModal();
  return { id, key };
}

/** What stands in the emulated organization under this name. */
export function keysOnBoard(world: World, name: string) {
  return world.openai
    .board()
    .projects.flatMap((project) => project.keys.map((key) => ({ ...key, project: project.name })))
    .filter((key) => key.name === name || key.owner.includes(name));
}

// A key that only reads, so that looking costs the bot none of its calls and changes nothing.
const LOOKING_KEY = 'key_AcmeAdminCostReport00000';

/** Service accounts of a project whose name begins so, as OpenAI lists them. */
export async function accountsNamed(world: World, name: string, projectId = 'proj_AcmeSearchDev00000000000') {
  const look = world.openai.backdoor.asAdmin(LOOKING_KEY);
  const { body } = await look('GET', `/organization/projects/${projectId}/service_accounts?limit=100`);
  const { data } = body as {
    readonly data: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  };
  return data.filter((account) => account.name.startsWith(`${name}-`));
}

/** Calls with which the bot, or whoever held its key, changed something. */
export function changesSent(world: World) {
  return world.openai.calls().filter(({ method }) => method !== 'GET');
}
