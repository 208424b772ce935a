import type { BlockJson, Click, SeatOutcome } from '#sandbox/slack/seat.ts';
import { mrkdwn, plain } from './block-words.ts';
import { APPROVALS, BEA, BOT, ERIN, dmOf } from './fake-people.ts';
import type { FakeWorkspace } from './fake-workspace.ts';
import { GALLERY_BLOCKS } from './gallery-blocks.ts';
import { FORM_BLOCKS } from './gallery-views.ts';

export interface FakeStoryParts {
  readonly workspace: FakeWorkspace;
  readonly addKey: (projectId: string, name: string) => void;
}

const OK: SeatOutcome = { ok: true };

export function openForm({ workspace }: FakeStoryParts, userId: string): void {
  workspace.open(userId, {
    title: 'Get an API key',
    submit: 'Send for approval',
    close: 'Cancel',
    blocks: FORM_BLOCKS,
  });
}

export function runCommand(
  parts: FakeStoryParts,
  userId: string,
  { channelId, text }: { channelId: string; text: string },
): SeatOutcome {
  if (text.includes('slow')) return { ok: false, failed: 'operation_timeout' };
  if (text.includes('keys issue')) openForm(parts, userId);
  else parts.workspace.post({ channelId, text: `You typed \`${text}\`.`, only: userId });
  return OK;
}

export function runSubmit(
  { workspace }: FakeStoryParts,
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

export function runClick(parts: FakeStoryParts, userId: string, { actionId, place }: Click): SeatOutcome {
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
