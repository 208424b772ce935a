import type { Bell } from '../bell.ts';
import type { Clock } from '../clock.ts';
import type { AppSeed, PersonSeed, TeamSeed, UserGroupSeed, WorkspaceSeed } from '../seed/workspace-seed.ts';
import { type Channel, channelFromSeed } from './channel.ts';
import type { PendingUpload, StoredFile } from './file.ts';
import { createMint, type Mint } from './mint.ts';
import type { Message } from './message.ts';
import type { ResponseUrl } from './response-url.ts';
import type { Trigger } from './trigger.ts';
import type { View } from './view.ts';

/** A person of the workspace as it stands now; only an administrator's act changes one. */
export type Person = PersonSeed;
export type UserGroup = UserGroupSeed;

/** What a workspace needs from outside. */
export interface Surroundings {
  readonly clock: Clock;
  readonly bell: Bell;
  /** `http://127.0.0.1:<port>`, for the URLs that Slack hands out. */
  baseUrl(): string;
}

/**
 * Everything the emulated Slack remembers. Records inside are replaced, never edited, so that what a caller holds stays
 * what it was; `reset` makes a new workspace and leaves this one to whoever still works on it.
 */
export interface Workspace extends Surroundings {
  readonly mint: Mint;
  readonly team: TeamSeed;
  readonly app: AppSeed;
  readonly people: Map<string, Person>;
  readonly userGroups: Map<string, UserGroup>;
  readonly channels: Map<string, Channel>;
  /** Per channel id, by ts, oldest first; private hints to one person (ephemerals) among them. */
  readonly messages: Map<string, Map<string, Message>>;
  readonly files: Map<string, StoredFile>;
  readonly uploads: Map<string, PendingUpload>;
  /** Per user id: the open modal views, the lowest first. */
  readonly modals: Map<string, readonly View[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** Per `<userId> <channelId>`: the ts up to which this person has looked. */
  readonly lastRead: Map<string, string>;
}

export function createWorkspace(seed: WorkspaceSeed, surroundings: Surroundings): Workspace {
  const createdAtMs = surroundings.clock.nowMs();
  return {
    ...surroundings,
    mint: createMint(surroundings.clock),
    team: seed.team,
    app: seed.app,
    people: byId(seed.people),
    userGroups: byId(seed.userGroups),
    channels: byId(seed.channels.map((channel) => channelFromSeed(channel, createdAtMs))),
    messages: new Map(),
    files: new Map(),
    uploads: new Map(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    lastRead: new Map(),
  };
}

function byId<Entry extends { readonly id: string }>(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
