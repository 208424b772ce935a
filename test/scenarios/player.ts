import type { BlockJson, ClickPlace, SeatMessage, SeatOption, SeatOutcome, SeatView } from '#sandbox/slack/seat.ts';
import type { World } from '#sandbox/world/open-world.ts';
import { fillIn, type Typed } from './fill-in.ts';
import { elementsIn, labelOf, type Placed, readBlocks } from './read-blocks.ts';

export const general = 'C0GENERAL1';
export const approvals = 'C0APPROVE1';
export const auditChannel = 'C0AUDIT001';
export const alerts = 'C0ALERTS01';

function must(outcome: SeatOutcome): void {
  if (!outcome.ok) throw new Error(`Slack said ${outcome.failed}`);
}

function buttonIn(blocks: readonly BlockJson[], label: string): Placed {
  const found = elementsIn(blocks).find(({ element }) => labelOf(element) === label);
  if (found === undefined) throw new Error(`There is no button ${label} on: ${readBlocks(blocks)}`);
  return found;
}

/** Text and blocks of a message, as somebody reads it. */
export const readMessage = (message: SeatMessage): string => `${message.text} ${readBlocks(message.blocks)}`;

/** A person in front of the emulated Slack: does what fingers do, sees what eyes see. */
export class Player {
  readonly #world: World;
  readonly userId: string;

  constructor(world: World, userId: string) {
    this.#world = world;
    this.userId = userId;
  }

  get #seat() {
    return this.#world.slack.seat;
  }

  async type(text: string, channelId: string = general): Promise<void> {
    must(await this.#seat.command(this.userId, { channelId, text }));
  }

  async say(text: string, channelId: string = general): Promise<void> {
    must(await this.#seat.say(this.userId, { channelId, text }));
  }

  async shortcut(callbackId: string): Promise<void> {
    must(await this.#seat.shortcut(this.userId, callbackId));
  }

  messages(channelId: string): readonly SeatMessage[] {
    return this.#seat.messages(this.userId, { channelId });
  }

  thread(message: SeatMessage): readonly SeatMessage[] {
    return this.#seat.messages(this.userId, { channelId: message.channelId, threadTs: message.ts });
  }

  /** The newest message in which the words stand, said to everybody. */
  find(channelId: string, words: string): SeatMessage {
    const seen = this.messages(channelId).filter((message) => !message.ephemeral);
    const found = seen.findLast((message) => readMessage(message).includes(words));
    if (found === undefined) throw new Error(`${this.userId} sees no message with “${words}”`);
    return found;
  }

  /** What was said to this person alone, last. */
  hint(channelId: string = general): SeatMessage {
    const found = this.messages(channelId).findLast((message) => message.ephemeral);
    if (found === undefined) throw new Error(`Nothing was said to ${this.userId} alone`);
    return found;
  }

  hints(channelId: string = general): number {
    return this.messages(channelId).filter((message) => message.ephemeral).length;
  }

  /** The messages of the bot to this person, newest last. */
  letters(): readonly SeatMessage[] {
    const dm = this.#seat.channels(this.userId).find(({ kind, name }) => kind === 'dm' && name === 'Countersign');
    return dm === undefined ? [] : this.messages(dm.id);
  }

  buttons(message: Pick<SeatMessage | SeatView, 'blocks'>): readonly string[] {
    return elementsIn(message.blocks)
      .map(({ element }) => labelOf(element))
      .filter((label) => label !== '');
  }

  async #press(place: ClickPlace, { blockId, element }: Placed): Promise<void> {
    must(await this.#seat.click(this.userId, { place, blockId, actionId: String(element['action_id']) }));
  }

  async press(message: SeatMessage, label: string): Promise<void> {
    const place = { in: 'message', channelId: message.channelId, ts: message.ts } as const;
    await this.#press(place, buttonIn(message.blocks, label));
  }

  modal(): SeatView {
    const view = this.#seat.modal(this.userId);
    if (view === null) throw new Error(`${this.userId} has no modal open`);
    return view;
  }

  hasModal(): boolean {
    return this.#seat.modal(this.userId) !== null;
  }

  /** Title and blocks of the open modal, with what is wrong beside its fields. */
  modalText(): string {
    const { title, blocks, errors } = this.modal();
    return [title, readBlocks(blocks), ...Object.values(errors)].join(' ');
  }

  async pressInModal(label: string): Promise<void> {
    const { id, blocks } = this.modal();
    await this.#press({ in: 'view', viewId: id }, buttonIn(blocks, label));
  }

  async closeModal(): Promise<void> {
    must(await this.#seat.closeModal(this.userId));
  }

  /** Sends the open modal. `typed` fills fields by their label; the others keep what they begin with. */
  async submit(typed: Typed = {}): Promise<void> {
    must(await this.trySubmit(typed));
  }

  trySubmit(typed: Typed = {}): Promise<SeatOutcome> {
    const view = this.modal();
    return this.#seat.submit(this.userId, { viewId: view.id, state: fillIn(view, typed) });
  }

  /** What a menu of the open modal offers for these letters. */
  options(label: string, query: string): Promise<readonly SeatOption[]> {
    const { id, blocks } = this.modal();
    const block = blocks.find((each) => readBlocks(each['label']) === label);
    if (block === undefined) throw new Error(`There is no field ${label}`);
    const actionId = String((block['element'] as BlockJson)['action_id']);
    const blockId = String(block['block_id']);
    return this.#seat.options(this.userId, { place: { in: 'view', viewId: id }, blockId, actionId, query });
  }

  async openHome(): Promise<void> {
    must(await this.#seat.openHome(this.userId));
  }

  home(): SeatView {
    const home = this.#seat.home(this.userId);
    if (home === null) throw new Error(`${this.userId} has no Home tab yet`);
    return home;
  }

  homeText(): string {
    return readBlocks(this.#seat.home(this.userId)?.blocks ?? []);
  }

  async pressOnHome(label: string): Promise<void> {
    const { id, blocks } = this.home();
    await this.#press({ in: 'view', viewId: id }, buttonIn(blocks, label));
  }
}
