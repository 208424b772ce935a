import type { BlockJson, ClickPlace, SeatMessage, SeatState, SeatView } from '#sandbox/slack/seat.ts';
import type { World } from '#sandbox/world/open-world.ts';

interface Found {
  readonly blockId: string;
  readonly element: BlockJson;
}

const list = (value: unknown): readonly BlockJson[] => (Array.isArray(value) ? (value as BlockJson[]) : []);

/** Every interactive element in blocks, with the block it stands in. */
function elementsIn(blocks: readonly BlockJson[]): readonly Found[] {
  return blocks.flatMap((block) => {
    const blockId = String(block['block_id'] ?? '');
    const inside = [...list(block['elements']), block['accessory'], block['element']];
    return inside
      .filter((each): each is BlockJson => typeof each === 'object' && each !== null && 'action_id' in each)
      .map((element) => ({ blockId, element }));
  });
}

function labelOf(element: BlockJson): string {
  const text = element['text'];
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
}

/** All text of blocks as a reader sees it, one string. */
export function readBlocks(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(readBlocks).join(' ');
  if (typeof blocks !== 'object' || blocks === null) return '';
  return Object.entries(blocks)
    .map(([key, value]) => (key === 'text' && typeof value === 'string' ? value : readBlocks(value)))
    .join(' ');
}

export const general = 'C0GENERAL1';
export const approvals = 'C0APPROVE1';
export const auditChannel = 'C0AUDIT001';
export const alerts = 'C0ALERTS01';

/** A person in front of the emulated Slack: does what fingers do, sees what eyes see. */
export function play(world: World, userId: string) {
  const { seat } = world.slack;

  const modal = (): SeatView => {
    const view = seat.modal(userId);
    if (view === null) throw new Error(`${userId} has no modal open`);
    return view;
  };

  async function press(place: ClickPlace, found: Found): Promise<void> {
    const outcome = await seat.click(userId, {
      place,
      blockId: found.blockId,
      actionId: String(found.element['action_id']),
    });
    if (!outcome.ok) throw new Error(`Slack said ${outcome.failed}`);
  }

  function buttonIn(blocks: readonly BlockJson[], label: string): Found | null {
    return elementsIn(blocks).find(({ element }) => labelOf(element).includes(label)) ?? null;
  }

  return {
    userId,
    modal,
    hasModal: () => seat.modal(userId) !== null,
    modalText: () => readBlocks(modal().blocks),
    messages: (channelId: string): readonly SeatMessage[] => seat.messages(userId, { channelId }),
    thread: (message: SeatMessage) => seat.messages(userId, { channelId: message.channelId, threadTs: message.ts }),
    /** The newest message in which the text stands, in its text or its blocks. */
    find(channelId: string, text: string): SeatMessage | null {
      return (
        seat
          .messages(userId, { channelId })
          .findLast((message) => `${message.text} ${readBlocks(message.blocks)}`.includes(text)) ?? null
      );
    },
    dmWith(name: string): string {
      const channel = seat.channels(userId).find((each) => each.kind === 'dm' && each.name === name);
      if (channel === undefined) throw new Error(`${userId} has no DM with ${name}`);
      return channel.id;
    },
    async type(text: string, channelId: string = general): Promise<void> {
      const outcome = await seat.command(userId, { channelId, text });
      if (!outcome.ok) throw new Error(`Slack said ${outcome.failed}`);
    },
    buttons: (message: SeatMessage) => elementsIn(message.blocks).map(({ element }) => labelOf(element)),
    async pressOn(message: SeatMessage, label: string): Promise<void> {
      const found = buttonIn(message.blocks, label);
      if (found === null) throw new Error(`There is no button ${label} on: ${readBlocks(message.blocks)}`);
      await press({ in: 'message', channelId: message.channelId, ts: message.ts }, found);
    },
    async pressInModal(label: string): Promise<void> {
      const view = modal();
      const found = buttonIn(view.blocks, label);
      if (found === null) throw new Error(`There is no button ${label} in: ${readBlocks(view.blocks)}`);
      await press({ in: 'view', viewId: view.id }, found);
    },
    async openHome(): Promise<void> {
      await seat.openHome(userId);
    },
    homeText: () => readBlocks(seat.home(userId)?.blocks ?? []),
    async pressOnHome(label: string): Promise<void> {
      const home = seat.home(userId);
      const found = home === null ? null : buttonIn(home.blocks, label);
      if (home === null || found === null) throw new Error(`There is no button ${label} on the Home tab`);
      await press({ in: 'view', viewId: home.id }, found);
    },
    shortcut: (callbackId: string) => seat.shortcut(userId, callbackId),
    closeModal: () => seat.closeModal(userId),
    /** Submits the open modal; `typed` fills text inputs by a part of their label, everything else keeps its initial value. */
    async submit(typed: Readonly<Record<string, string>> = {}): Promise<void> {
      const view = modal();
      const outcome = await seat.submit(userId, { viewId: view.id, state: stateOf(view, typed) });
      if (!outcome.ok) throw new Error(`Slack said ${outcome.failed}`);
    },
  };
}

export type Player = ReturnType<typeof play>;

const initialKeys = ['initial_value', 'initial_option', 'initial_options', 'initial_user'] as const;
const stateKeys = {
  initial_value: 'value',
  initial_option: 'selected_option',
  initial_options: 'selected_options',
  initial_user: 'selected_user',
};

function stateOf(view: SeatView, typed: Readonly<Record<string, string>>): SeatState {
  const state: Record<string, Record<string, BlockJson>> = {};
  for (const block of view.blocks.filter((each) => each.type === 'input')) {
    const element = block['element'] as BlockJson;
    const label = readBlocks(block['label']);
    const words = Object.entries(typed).find(([part]) => label.includes(part))?.[1];
    const initial = initialKeys.find((key) => key in element);
    let value: BlockJson = { type: element.type };
    if (words !== undefined) {
      const option = { text: { type: 'plain_text', text: words }, value: words };
      value = element.type.includes('select') ? { ...value, selected_option: option } : { ...value, value: words };
    } else if (initial !== undefined) value = { ...value, [stateKeys[initial]]: element[initial] };
    state[String(block['block_id'])] = { [String(element['action_id'])]: value };
  }
  return state;
}
