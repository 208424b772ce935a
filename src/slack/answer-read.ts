import type { ModalView } from '@slack/types';
import { longWorkMs } from '#approvals/deadline.ts';
import type { JsonObject } from '#domain/json.ts';
import { listFiles } from '#operations/lists/list-files.ts';
import type { ListFormat, ListWish } from '#operations/lists/list-wish.ts';
import type { Operation } from '#operations/operation.ts';
import type { View } from '#operations/view.ts';
import type { Caller } from '#workflow/use-cases.ts';
import { header } from './blocks/text.ts';
import type { Kit } from './kit.ts';
import { foreign } from './mrkdwn.ts';
import { drawRead, readModal } from './views/read-view.ts';
import { asModal, outcomeSaying, type Saying, sentence } from './views/saying.ts';

/** A read that somebody asked for: which page of it, or which file. */
export interface ReadAsk {
  readonly operation: Operation;
  readonly input: JsonObject;
  readonly wish: ListWish;
  readonly offset: number;
}

type Answered = { readonly kind: 'view'; readonly view: View } | { readonly kind: 'said'; readonly said: Saying };

/** Puts the files into this person's conversation with the bot and says so where they asked. */
async function giveFiles(
  kit: Kit,
  caller: Caller,
  list: { ask: ReadAsk; view: View; format: ListFormat },
): Promise<Saying> {
  const { ask, view, format } = list;
  const { files, sentence: size } = listFiles(view, { at: kit.clock.now(), format });
  const notes = view.parts.flatMap((part) => (part.part === 'note' ? [part.text] : []));
  const said = sentence([`${size}.`, ...notes].join(' '), view.title);
  const letter = { text: `${foreign(view.title, 150)}. ${said.text}`, blocks: [header(view.title), ...said.blocks] };
  const given = await kit.files.give(caller.slackId, { letter, files });
  if (given.ok) {
    const names = files.map(({ name }) => name).join(', ');
    return sentence(`${view.title}: ${size}. You find ${names} in your conversation with me; nobody else sees it.`);
  }
  kit.log.warn({ error: given.error, operation: ask.operation.id }, 'A list did not reach Slack as a file');
  const why =
    given.error === 'missing_scope'
      ? 'This app may not send files yet. Whoever runs it has to install it again with the present manifest (files:write).'
      : `Slack did not take the file (${given.error}). Type it again.`;
  return sentence(why, 'Not done');
}

async function answerRead(kit: Kit, caller: Caller, ask: ReadAsk): Promise<Answered> {
  const { operation, input, wish } = ask;
  const outcome = await kit.useCases().read({ operationId: operation.id, input, wish, caller });
  if (outcome.kind !== 'view') return { kind: 'said', said: outcomeSaying(kit.pointers, outcome) };
  if (wish.file === null) return outcome;
  return { kind: 'said', said: await giveFiles(kit, caller, { ask, view: outcome.view, format: wish.file }) };
}

const asSaying = (kit: Kit, ask: ReadAsk, answered: Answered): Saying =>
  answered.kind === 'said'
    ? answered.said
    : drawRead(kit.pointers, { view: answered.view, target: targetOf(ask), surface: 'message' });

const targetOf = ({ operation, input, wish, offset }: ReadAsk) => ({ operation: operation.id, input, wish, offset });

// The message is a copy of what the window shows, so losing it loses nothing that cannot be asked for again.
async function alsoByMessage(kit: Kit, caller: Caller, saying: Saying): Promise<void> {
  const given = await kit.mouth.post({ channel: caller.slackId }, saying, { about: 'read' });
  if (!given.ok) kit.log.warn({ error: given.error }, 'An answer that took long did not reach its person as a message');
}

/** In the modal that is open; what took longer than anybody watches a modal comes as a message too. */
export async function readAsModal(kit: Kit, caller: Caller, ask: ReadAsk): Promise<ModalView> {
  const begun = kit.clock.now();
  const answered = await answerRead(kit, caller, ask);
  if (kit.clock.now() - begun > longWorkMs) await alsoByMessage(kit, caller, asSaying(kit, ask, answered));
  if (answered.kind === 'said') return asModal(answered.said);
  return readModal(kit.pointers, { view: answered.view, target: targetOf(ask) });
}

export async function readAsMessage(kit: Kit, caller: Caller, ask: ReadAsk): Promise<Saying> {
  return asSaying(kit, ask, await answerRead(kit, caller, ask));
}
