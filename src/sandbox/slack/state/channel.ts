import type { ChannelSeed } from '../seed/workspace-seed.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'dm';
  readonly topic: string;
  readonly purpose: string;
  readonly members: ReadonlySet<string>;
  readonly connectedTeamIds: readonly string[];
  readonly archived: boolean;
  readonly createdAtMs: number;
}

export function channelFromSeed(seed: ChannelSeed, createdAtMs: number): Channel {
  return { ...seed, members: new Set(seed.members), archived: false, createdAtMs };
}

/** The id of the one conversation between the bot and this person, whether it was opened yet or not. */
export function dmIdOf(userId: string): string {
  return `D${userId.slice(1)}`;
}
