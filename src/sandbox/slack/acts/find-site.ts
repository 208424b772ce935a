import { elementsOf } from '../blocks/elements-of.ts';
import type { JsonRecord } from '../record.ts';
import type { BlockJson, ClickPlace } from '../seat.ts';
import type { Channel } from '../state/channel.ts';
import type { Message } from '../state/message.ts';
import { findMessage } from '../state/messages.ts';
import { findView, modalsOf } from '../state/modal-stack.ts';
import type { Person, Workspace } from '../state/workspace.ts';
import type { Site } from '../wire/payloads/site.ts';

/** The message or view a person means, if it is in front of this person: their channel, their hint, the top of their modal. */
export function findSite(workspace: Workspace, person: Person, place: ClickPlace): Site | null {
  if (place.in === 'view') {
    const view = findView(workspace, place.viewId);
    if (view === null || view.userId !== person.id) return null;
    const inFront = view.type === 'home' || modalsOf(workspace, person.id).at(-1)?.id === view.id;
    return inFront ? { in: 'view', view } : null;
  }
  const channel = workspace.channels.get(place.channelId);
  const message = findMessage(workspace, place.channelId, place.ts);
  if (channel === undefined || message === null || !canSee(person, channel, message)) return null;
  return { in: 'message', message, channel };
}

export function canSee(person: Person, channel: Channel, message: Message): boolean {
  return channel.members.has(person.id) && (message.ephemeralTo === null || message.ephemeralTo === person.id);
}

export function blocksOf(site: Site): readonly BlockJson[] {
  return site.in === 'view' ? site.view.blocks : site.message.blocks;
}

export interface Found {
  readonly block: JsonRecord;
  readonly element: JsonRecord;
}

export function findElement(site: Site, blockId: string, actionId: string): Found | null {
  for (const block of blocksOf(site)) {
    if (block['block_id'] !== blockId) continue;
    const placed = elementsOf(block).find(({ element }) => element['action_id'] === actionId);
    if (placed !== undefined) return { block, element: placed.element };
  }
  return null;
}
