import type { SeatPerson } from '../../../slack/seat.ts';
import type { PageConfig } from '../../wire.ts';
import type { AppState } from './app-state.ts';

export interface Players {
  readonly requesterId: string;
  readonly approverId: string;
}

/** Who plays whom: what the world said, else the first member whose caption fits, else anybody. */
export function castPlayers({ tour, roles }: PageConfig, people: readonly SeatPerson[]): Players {
  const members = people.filter((person) => person.kind === 'member');
  const cast = (role: RegExp) => members.find((person) => role.test(roles[person.id] ?? ''))?.id;
  return {
    requesterId: tour.requesterId ?? cast(/engineer/i) ?? members[0]?.id ?? '',
    approverId: tour.approverId ?? cast(/approver/i) ?? members[1]?.id ?? '',
  };
}

export interface Stages {
  readonly askIn: string | null;
  readonly approveIn: string | null;
}

/** Where the scenes are played: what the world said, else the channel whose name fits. */
export function castChannels({ config, view }: Pick<AppState, 'config' | 'view'>): Stages {
  const channels = view.channels.filter((channel) => channel.kind !== 'dm');
  const named = (name: RegExp) => channels.find((channel) => name.test(channel.name))?.id;
  const approveIn = config.tour.approveInChannelId ?? named(/approv/i) ?? named(/openai|countersign/i) ?? null;
  const other = channels.find((channel) => channel.isMember && channel.id !== approveIn)?.id;
  return { askIn: config.tour.askInChannelId ?? other ?? approveIn, approveIn };
}

export function firstName(people: readonly SeatPerson[], id: string): string {
  const person = people.find((candidate) => candidate.id === id);
  return person?.realName.split(' ', 1)[0] ?? 'somebody';
}
