import type { Seat, SeatChannel, SeatOutcome, SeatView } from '#sandbox/slack/seat.ts';
import type { FakeBell } from './fake-bell.ts';
import { CHANNELS, PEOPLE, dmOf } from './fake-people.ts';
import { openForm, runClick, runCommand, runSubmit } from './fake-story.ts';
import type { FakeStoryParts } from './fake-story.ts';
import type { FakeWorkspace } from './fake-workspace.ts';
import { HOME_BLOCKS } from './gallery-views.ts';

export interface FakeSeatParts extends FakeStoryParts {
  readonly note: (what: unknown) => void;
  readonly bell: FakeBell;
}

const OK: SeatOutcome = { ok: true };
const PROJECTS = ['search-dev', 'search-prod', 'batch-evaluation', 'research'];

/** Plays the tour's story by heart: no bot, no rules, only what the page has to show. */
export function createFakeSeat(parts: FakeSeatParts): Seat {
  const { workspace, note, bell } = parts;
  const act = async (what: Readonly<Record<string, unknown>>, perform: () => unknown): Promise<SeatOutcome> => {
    note(what);
    const outcome = (perform() as SeatOutcome | undefined) ?? OK;
    bell.ring();
    return outcome;
  };
  return {
    ...readingSeat(workspace),
    command: (userId, place) =>
      act({ command: place.text, userId, channelId: place.channelId }, () => runCommand(parts, userId, place)),
    say: (userId, place) =>
      act({ say: place, userId }, () => void workspace.post({ userId, threadTs: null, ...place })),
    click: (userId, click) => act({ click, userId }, () => runClick(parts, userId, click)),
    options: async (userId, ask) => {
      note({ options: ask, userId });
      return PROJECTS.filter((name) => name.includes(ask.query)).map(projectOption);
    },
    submit: (userId, form) => act({ submit: form, userId }, () => runSubmit(parts, userId, form)),
    closeModal: (userId) => act({ closeModal: userId }, () => void workspace.modals.get(userId)?.pop()),
    shortcut: (userId, callbackId) => act({ shortcut: callbackId, userId }, () => openForm(parts, userId)),
    openHome: (userId) => act({ openHome: userId }, () => OK),
    subscribe: bell.subscribe,
  };
}

function projectOption(name: string) {
  return { value: `proj_${name}`, label: name, description: name.includes('prod') ? 'production' : null };
}

function readingSeat(workspace: FakeWorkspace): Pick<Seat, 'people' | 'channels' | 'messages' | 'modal' | 'home'> {
  const read = new Map<string, string>();
  const seen = (userId: string, channelId: string) =>
    workspace.messages.filter((message) => message.channelId === channelId && (message.only ?? userId) === userId);
  const unread = (userId: string, channelId: string) => {
    const last = read.get(`${userId} ${channelId}`) ?? '';
    const fresh = seen(userId, channelId).filter(({ ts, threadTs }) => threadTs === null && ts > last);
    return fresh.filter((message) => message.userId !== userId).length;
  };
  return {
    people: () => PEOPLE,
    channels: (userId) => {
      const rooms = CHANNELS.map((room) => ({ ...room, isMember: room.kind !== 'private' }));
      const id = dmOf(userId);
      const dm = { id, name: 'Countersign', kind: 'dm' as const, isMember: true };
      const all = seen(userId, id).length > 0 ? [...rooms, dm] : rooms;
      return all.map((channel): SeatChannel => ({ ...channel, unread: unread(userId, channel.id) }));
    },
    messages: (userId, { channelId, threadTs }) => {
      const visible = seen(userId, channelId);
      read.set(`${userId} ${channelId}`, visible.at(-1)?.ts ?? '');
      return visible.filter((message) => message.threadTs === (threadTs ?? null));
    },
    modal: (userId) => workspace.modals.get(userId)?.at(-1) ?? null,
    home: (userId) => ({ ...HOME, id: `VHOME${userId}` }),
  };
}

const HOME: SeatView = {
  id: 'VHOME',
  hash: 'h',
  type: 'home',
  callbackId: 'home',
  title: 'Home',
  submit: null,
  close: null,
  blocks: HOME_BLOCKS,
  depth: 1,
  errors: {},
};
