import type { SeatPerson } from '../seat.ts';

/** What an emulated workspace starts with. Read from JSON by `readWorkspaceSeed`. */
export interface WorkspaceSeed {
  readonly team: TeamSeed;
  readonly app: AppSeed;
  readonly people: readonly PersonSeed[];
  readonly channels: readonly ChannelSeed[];
  readonly userGroups: readonly UserGroupSeed[];
}

export interface TeamSeed {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** What the app's manifest would have registered. */
export interface AppSeed {
  readonly id: string;
  readonly name: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botScopes: readonly string[];
  /** Event types subscribed to; no other event is ever delivered. */
  readonly events: readonly string[];
  /** Slash commands with their slash; all registered with should_escape. */
  readonly commands: readonly string[];
  readonly shortcuts: readonly ShortcutSeed[];
}

export interface ShortcutSeed {
  readonly callbackId: string;
  readonly name: string;
}

export interface PersonSeed {
  readonly id: string;
  /** The team the account belongs to: another one than the workspace's for a stranger (Slack Connect). */
  readonly teamId: string;
  /** The handle, lower case, as typed after '@'. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly email: string;
  readonly kind: SeatPerson['kind'];
  readonly timezone: string;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private';
  readonly topic: string;
  readonly purpose: string;
  /** User ids, the bot user's included where it was invited. */
  readonly members: readonly string[];
  /** Other teams that share the channel: it is a Slack Connect channel when there is one. */
  readonly connectedTeamIds: readonly string[];
}

export interface UserGroupSeed {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly members: readonly string[];
}

/** The bot scopes of a manifest that names none: what the features of this app need (Slack API docs, "Scopes"). */
export const DEFAULT_BOT_SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'im:write',
  'users:read',
  'users:read.email',
  'usergroups:read',
  'channels:read',
  'groups:read',
  'app_mentions:read',
  'files:write',
];
