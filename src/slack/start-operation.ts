import type { ModalView } from '@slack/types';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { asItComes } from '#operations/lists/list-wish.ts';
import type { Caller } from '#workflow/use-cases.ts';
import { readAsMessage, readAsModal } from './answer-read.ts';
import type { Kit } from './kit.ts';
import { type Prepared, prepare, type Start } from './prepare.ts';
import { begin, fill, type Origin, tell } from './stage.ts';
import { checkingView } from './views/checking.ts';
import { type FormContent, formView } from './views/form.ts';
import { previewView } from './views/preview.ts';
import { asModal, outcomeSaying, sentence } from './views/saying.ts';

/** A form would be a second place to read what is about to happen, and a habit to tick it in. */
function incomplete({ problems }: FormContent): Refusal {
  const said = problems.map(({ sentence: why }) => why).join(' ');
  return refuse('break-glass.incomplete', {
    what: 'Nothing was asked for.',
    rule: `With --break-glass everything stands in the command: what, where, --reason and --incident. ${said || 'Something is missing.'}`,
    whoCan: 'You: type it again in full, or leave --break-glass out for the form.',
  });
}

/** The view that a prepared start leads to: the form for the rest, the preview of a change, the answer of a read, or why not. */
async function nextView(kit: Kit, caller: Caller, step: { start: Start; prepared: Prepared }): Promise<ModalView> {
  const { start, prepared } = step;
  const { emergency = null } = start;
  if (prepared.kind === 'form' && emergency !== null)
    return asModal(outcomeSaying(kit.pointers, incomplete(prepared.content)));
  if (prepared.kind === 'form') return formView(kit.pointers, prepared.content);
  if (prepared.kind !== 'ready') return asModal(outcomeSaying(kit.pointers, prepared));
  const { operation, reason, wish = asItComes } = start;
  if (operation.kind === 'read') return readAsModal(kit, caller, { operation, input: prepared.input, wish, offset: 0 });
  const ask = { operationId: operation.id, input: prepared.input, reason, caller };
  if (operation.kind === 'stop') return asModal(outcomeSaying(kit.pointers, await kit.useCases().stop(ask)));
  const { changes, when = '', confidential = false } = start;
  const drafted = await kit.useCases().draft({
    ...ask,
    emergency,
    confidential,
    ...(changes === undefined ? {} : { changes }),
    ...(when === '' ? {} : { when }),
  });
  if (drafted.kind === 'drafted') return previewView(kit.pointers, drafted.picture, drafted.asks);
  return asModal(outcomeSaying(kit.pointers, drafted));
}

/** All the work behind a start, as one view. */
export async function viewOfStart(kit: Kit, caller: Caller, start: Start): Promise<ModalView> {
  return nextView(kit, caller, { start, prepared: await prepare(kit.useCases(), caller, start) });
}

function isComplete({ operation, given }: Start): boolean {
  const said: Readonly<Record<string, unknown>> = given.as === 'words' ? given.words : given.input;
  return Object.entries(operation.fields).every(([name, field]) => !field.required || said[name] !== undefined);
}

// A command can be answered five times in half an hour, and the answer itself needs one of them.
function once(say: (sentence: string) => void): (sentence: string) => void {
  let isSaid = false;
  return (sentence) => {
    if (!isSaid) say(sentence);
    isSaid = true;
  };
}

/**
 * Begins an operation for somebody who typed or clicked. A read that is complete is answered where it was asked; everything else
 * happens in a modal that opens at once.
 */
export async function startOperation(kit: Kit, origin: Origin, start: Start): Promise<void> {
  const { caller } = origin;
  const isQuick = start.operation.kind === 'read' && origin.responseUrl !== null && isComplete(start);
  if (!isQuick) {
    const screen = await begin(kit, origin, checkingView());
    if (screen === null) return;
    const waiting = { ...caller, onWait: (sentence: string) => void screen.show(checkingView(sentence)) };
    await fill(kit, screen, () => viewOfStart(kit, waiting, start));
    return;
  }
  const waiting = { ...caller, onWait: once((said) => void tell(kit, origin, sentence(said))) };
  const prepared = await prepare(kit.useCases(), waiting, start);
  if (prepared.kind === 'ready') {
    const { operation, wish = asItComes } = start;
    return tell(kit, origin, await readAsMessage(kit, waiting, { operation, input: prepared.input, wish, offset: 0 }));
  }
  if (prepared.kind === 'form') return void (await begin(kit, origin, formView(kit.pointers, prepared.content)));
  return tell(kit, origin, outcomeSaying(kit.pointers, prepared));
}
