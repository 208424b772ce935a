import type { ModalView } from '@slack/types';
import type { JsonObject } from '#domain/json.ts';
import type { Operation } from '#operations/operation.ts';
import type { Caller } from '#workflow/use-cases.ts';
import type { Kit } from './kit.ts';
import { type Prepared, prepare, type Start } from './prepare.ts';
import { begin, fill, type Origin, tell } from './stage.ts';
import { checkingView } from './views/checking.ts';
import { formView } from './views/form.ts';
import { previewView } from './views/preview.ts';
import { drawRead, readModal } from './views/read-view.ts';
import { asModal, outcomeSaying, type Saying } from './views/saying.ts';

/** The view that a prepared start leads to: the form for the rest, the preview of a change, the answer of a read, or why not. */
async function nextView(kit: Kit, caller: Caller, step: { start: Start; prepared: Prepared }): Promise<ModalView> {
  const { start, prepared } = step;
  if (prepared.kind === 'form') return formView(kit.pointers, prepared.content);
  if (prepared.kind !== 'ready') return asModal(outcomeSaying(kit.pointers, prepared));
  const { operation, reason } = start;
  if (operation.kind === 'read') return readAsModal(kit, caller, { operation, input: prepared.input, offset: 0 });
  const drafted = await kit.useCases().draft({ operationId: operation.id, input: prepared.input, reason, caller });
  if (drafted.kind === 'drafted') return previewView(kit.pointers, drafted.picture, drafted.typeToConfirm);
  return asModal(outcomeSaying(kit.pointers, drafted));
}

interface PageAsk {
  readonly operation: Operation;
  readonly input: JsonObject;
  readonly offset: number;
}

export async function readAsModal(kit: Kit, caller: Caller, ask: PageAsk): Promise<ModalView> {
  const { operation, input, offset } = ask;
  const outcome = await kit.useCases().read({ operationId: operation.id, input, caller });
  if (outcome.kind !== 'view') return asModal(outcomeSaying(kit.pointers, outcome));
  return readModal(kit.pointers, { view: outcome.view, target: { operation: operation.id, input, offset } });
}

export async function readAsMessage(kit: Kit, caller: Caller, ask: PageAsk): Promise<Saying> {
  const { operation, input, offset } = ask;
  const outcome = await kit.useCases().read({ operationId: operation.id, input, caller });
  if (outcome.kind !== 'view') return outcomeSaying(kit.pointers, outcome);
  return drawRead(kit.pointers, {
    view: outcome.view,
    target: { operation: operation.id, input, offset },
    surface: 'message',
  });
}

/** All the work behind a start, as one view. */
export async function viewOfStart(kit: Kit, caller: Caller, start: Start): Promise<ModalView> {
  return nextView(kit, caller, { start, prepared: await prepare(kit.useCases(), caller, start) });
}

function isComplete({ operation, given }: Start): boolean {
  const said: Readonly<Record<string, unknown>> = given.as === 'words' ? given.words : given.input;
  return Object.entries(operation.fields).every(([name, field]) => !field.required || said[name] !== undefined);
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
  const prepared = await prepare(kit.useCases(), caller, start);
  if (prepared.kind === 'ready')
    return tell(
      kit,
      origin,
      await readAsMessage(kit, caller, { operation: start.operation, input: prepared.input, offset: 0 }),
    );
  if (prepared.kind === 'form') return void (await begin(kit, origin, formView(kit.pointers, prepared.content)));
  return tell(kit, origin, outcomeSaying(kit.pointers, prepared));
}
