import type { BlockJson, Click, Seat, SeatOutcome, SeatView } from '#sandbox/slack/seat.ts';
import { APPROVALS, BEA, BOT, CHANNELS, ERIN, PEOPLE, dmOf } from './fake-people.ts';
import type { FakeWorkspace } from './fake-workspace.ts';
import { GALLERY_BLOCKS } from './gallery-blocks.ts';
import { FORM_BLOCKS, HOME_BLOCKS } from './gallery-views.ts';

export interface FakeSeatParts {
  readonly workspace: FakeWorkspace;
  readonly note: (what: unknown) => void;
  readonly ring: () => void;
  readonly subscribe: Seat['subscribe'];
  readonly addKey: (projectId: string, name: string) => void;
}

const OK: SeatOutcome = { ok: true };
const PROJECTS = ['search-dev', 'search-prod', 'batch-evaluation', 'research'];
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });

/** Plays the tour's story by heart: no bot, no rules, only what the page has to show. */
export function createFakeSeat(parts: FakeSeatParts): Seat {
  const { workspace, note, ring, subscribe } = parts;
  const read = new Map<string, string>();
  const seen = (userId: string, channelId: string) =>
    workspace.messages.filter((message) => message.channelId === channelId && (message.only ?? userId) === userId);
  const unread = (userId: string, channelId: string) =>
    seen(userId, channelId).filter(
      ({ ts, threadTs, userId: author }) =>
        threadTs === null && author !== userId && ts > (read.get(`${userId} ${channelId}`) ?? ''),
    ).length;
  const act = async (what: Readonly<Record<string, unknown>>, perform: () => SeatOutcome): Promise<SeatOutcome> => {
    note(what);
    const outcome = perform();
    ring();
    return outcome;
  };
  return {
    people: () => PEOPLE,
    channels: (userId) => [
      ...CHANNELS.map((channel) => ({
        ...channel,
        unread: unread(userId, channel.id),
        isMember: channel.kind !== 'private',
      })),
      ...(seen(userId, dmOf(userId)).length > 0
        ? [
            {
              id: dmOf(userId),
              name: 'Countersign',
              kind: 'dm' as const,
              unread: unread(userId, dmOf(userId)),
              isMember: true,
            },
          ]
        : []),
    ],
    messages: (userId, { channelId, threadTs }) => {
      const visible = seen(userId, channelId);
      read.set(`${userId} ${channelId}`, visible.at(-1)?.ts ?? '');
      return visible.filter((message) => message.threadTs === (threadTs ?? null));
    },
    modal: (userId) => workspace.modals.get(userId)?.at(-1) ?? null,
    home: (userId) => ({ ...HOME, id: `VHOME${userId}` }),
    command: (userId, place) =>
      act({ command: place.text, userId, channelId: place.channelId }, () => runCommand(parts, userId, place)),
    say: (userId, place) =>
      act({ say: place, userId }, () => {
        workspace.post({ userId, threadTs: null, ...place });
        return OK;
      }),
    click: (userId, click) => act({ click, userId }, () => runClick(parts, userId, click)),
    options: async (userId, ask) => {
      note({ options: ask, userId });
      const found = PROJECTS.filter((name) => name.includes(ask.query));
      return found.map((name) => ({
        value: `proj_${name}`,
        label: name,
        description: name.includes('prod') ? 'production' : null,
      }));
    },
    submit: (userId, form) => act({ submit: form, userId }, () => runSubmit(parts, userId, form)),
    closeModal: (userId) =>
      act({ closeModal: userId }, () => {
        workspace.modals.get(userId)?.pop();
        return OK;
      }),
    shortcut: (userId, callbackId) =>
      act({ shortcut: callbackId, userId }, () => {
        openForm(parts, userId);
        return OK;
      }),
    openHome: (userId) => act({ openHome: userId }, () => OK),
    subscribe,
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

function openForm({ workspace }: FakeSeatParts, userId: string): void {
  workspace.open(userId, {
    title: 'Get an API key',
    submit: 'Send for approval',
    close: 'Cancel',
    blocks: FORM_BLOCKS,
  });
}

function runCommand(
  parts: FakeSeatParts,
  userId: string,
  { channelId, text }: { channelId: string; text: string },
): SeatOutcome {
  if (text.includes('slow')) return { ok: false, failed: 'operation_timeout' };
  if (text.includes('keys issue')) openForm(parts, userId);
  else parts.workspace.post({ channelId, text: `You typed \`${text}\`.`, only: userId });
  return OK;
}

function runSubmit(
  { workspace }: FakeSeatParts,
  userId: string,
  form: { viewId: string; state: unknown },
): SeatOutcome {
  const stack = workspace.modals.get(userId) ?? [];
  const top = stack.at(-1);
  if (JSON.stringify(form.state).includes('forbidden') && top !== undefined) {
    workspace.modals.set(userId, [
      ...stack.slice(0, -1),
      { ...top, hash: `${top.hash}e`, errors: { purpose: 'The policy does not allow this purpose.' } },
    ]);
    return OK;
  }
  stack.pop();
  if (top?.title === 'Approve this request') {
    const card = workspace.messages.find(({ channelId }) => channelId === APPROVALS);
    if (card !== undefined)
      workspace.replace(card.ts, { blocks: [text('*search-dev*: Bea Lindqvist approved. :white_check_mark:')] });
    const make = { type: 'button', action_id: 'make', style: 'primary', text: plain('Make my key') };
    workspace.post({
      channelId: dmOf(ERIN),
      text: 'Bea approved.',
      blocks: [
        text('*Bea approved.* Your key is made when you press.'),
        { type: 'actions', block_id: 'collect', elements: [make] },
      ],
    });
  } else if (top?.title === 'Get an API key') {
    workspace.post({ channelId: APPROVALS, userId: BOT, text: 'Erin wants a key', blocks: GALLERY_BLOCKS[0] ?? [] });
    workspace.post({ channelId: dmOf(ERIN), text: 'Your request waits for one of @platform.' });
  }
  return OK;
}

function runClick(parts: FakeSeatParts, userId: string, { actionId, place }: Click): SeatOutcome {
  const { workspace } = parts;
  const channelId = place.in === 'message' ? place.channelId : null;
  if (actionId === 'approve' && userId !== BEA && channelId !== null) {
    workspace.post({
      channelId,
      text: ':no_entry: You asked for this, so somebody else must approve it. Bea or Otto can.',
      only: userId,
    });
  } else if (actionId === 'approve') {
    workspace.open(userId, {
      title: 'Approve this request',
      submit: 'Approve',
      close: 'Back',
      blocks: [text('Creates *1 service account* and *1 key* in search-dev.')],
    });
  } else if (actionId === 'make') {
    parts.addKey('proj_search_dev', 'erin-search');
    const shown = ['sk', 'svcacct', 'x'.repeat(28)].join('-');
    workspace.open(userId, {
      title: 'Your key',
      blocks: [text('Shown once. Copy it now.'), preformatted(shown), preformatted(`export OPENAI_API_KEY=${shown}`)],
    });
  } else if (actionId === 'details' || actionId === 'my-keys') {
    workspace.open(userId, { title: 'Details', close: 'Done', blocks: GALLERY_BLOCKS[0] ?? [] });
  }
  return OK;
}

function text(words: string): BlockJson {
  return { type: 'section', text: mrkdwn(words) };
}

function preformatted(words: string): BlockJson {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: words }] }],
  };
}
