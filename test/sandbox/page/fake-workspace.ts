import type { BlockJson, SeatFile, SeatMessage, SeatView } from '#sandbox/slack/seat.ts';
import { chartPng } from './chart-png.ts';
import { BOT, GALLERY, HELP, ERIN } from './fake-people.ts';
import { GALLERY_BLOCKS, NOW_SECONDS } from './gallery-blocks.ts';

type Draft = Partial<SeatMessage> & Pick<SeatMessage, 'channelId' | 'text'> & { readonly only?: string };
export type FakeMessage = SeatMessage & { readonly only: string | null };

export interface FakeWorkspace {
  messages: FakeMessage[];
  readonly modals: Map<string, SeatView[]>;
  post(draft: Draft): FakeMessage;
  replace(ts: string, change: Partial<SeatMessage>): void;
  open(userId: string, view: Partial<SeatView> & Pick<SeatView, 'title' | 'blocks'>): void;
}

/** What the fake remembers; enough of a Slack to draw, far too little to trust. */
export function createFakeWorkspace(): FakeWorkspace {
  let count = 0;
  const workspace: FakeWorkspace = {
    messages: [],
    modals: new Map(),
    post: ({ only, ...draft }) => {
      count += 1;
      const message: FakeMessage = {
        ts: `${NOW_SECONDS - 3600 + count * 40}.000${String(count).padStart(3, '0')}`,
        userId: BOT,
        blocks: [],
        threadTs: null,
        replyCount: 0,
        edited: false,
        ephemeral: only !== undefined,
        files: [],
        only: only ?? null,
        ...draft,
      };
      workspace.messages.push(message);
      return message;
    },
    replace: (ts, change) => {
      workspace.messages = workspace.messages.map((message) =>
        message.ts === ts ? { ...message, ...change } : message,
      );
    },
    open: (userId, view) => {
      count += 1;
      const stack = workspace.modals.get(userId) ?? [];
      const defaults = { type: 'modal' as const, callbackId: 'view', submit: null, close: null, errors: {} };
      const opened = { ...defaults, id: `V${count}`, hash: `h${count}`, depth: stack.length + 1, ...view };
      workspace.modals.set(userId, [...stack, opened]);
    },
  };
  furnish(workspace);
  return workspace;
}

function furnish(workspace: FakeWorkspace): void {
  const parent = workspace.post({
    channelId: HELP,
    userId: ERIN,
    text: 'Does anybody know how I get a key for *search-dev*?',
  });
  workspace.post({
    channelId: HELP,
    userId: 'U0OTTO00001',
    text: 'Type `/openai keys issue` and somebody from platform approves it.',
    threadTs: parent.ts,
  });
  workspace.post({ channelId: HELP, userId: 'U0BEA000001', text: 'I am here until five :wave:', threadTs: parent.ts });
  workspace.replace(parent.ts, { replyCount: 2 });
  workspace.post({ channelId: HELP, userId: ERIN, text: 'Thanks! Typing…', edited: true });
  workspace.post({ channelId: HELP, text: 'This hint is for you alone: `/openai help` lists everything.', only: ERIN });
  for (const blocks of GALLERY_BLOCKS)
    workspace.post({ channelId: GALLERY, text: 'gallery', blocks: numbered(blocks), files: [CHART] });
}

function numbered(blocks: readonly BlockJson[]): readonly BlockJson[] {
  return blocks.map((block, index) => ({ ...block, block_id: block['block_id'] ?? `b${index}` }));
}

export const CHART: SeatFile = {
  id: 'F0CHART0001',
  name: 'spend.png',
  mimetype: 'image/png',
  altText: 'Spend rose from 30 to 150 dollars a day',
  bytes: chartPng(),
};
