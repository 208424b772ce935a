import type { RequestId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Refusal } from '#domain/refusal.ts';
import { asItComes, type ListWish } from '#operations/lists/list-wish.ts';
import type { Operation } from '#operations/operation.ts';
import type { Caller, Failed, Problem, UseCases } from '#workflow/use-cases.ts';
import type { FormContent } from './views/form.ts';
import { type Prefills, prefillsOf } from './views/prefill.ts';

/** What somebody wants to run, with as much as they have said. */
export interface Start {
  readonly operation: Operation;
  readonly given:
    | { readonly as: 'words'; readonly words: Readonly<Record<string, string>> }
    | { readonly as: 'input'; readonly input: JsonObject };
  readonly reason: string;
  /** How a list is wanted; only of a read. */
  readonly wish?: ListWish;
  /** When it is to be carried out, in words; left out or empty, as soon as it is approved. */
  readonly when?: string;
  /** To be kept from everybody but those who decide. */
  readonly confidential?: boolean;
  /** The open request that sending this takes the place of. */
  readonly changes?: RequestId | undefined;
  /** Typed in the command only: a form would be a second place to read what is about to happen. */
  readonly emergency?: { readonly incident: string | null } | null;
  /** What a form showed for the words, to be shown again. */
  readonly prefills?: Prefills;
}

export type Prepared =
  | { readonly kind: 'ready'; readonly input: JsonObject }
  | { readonly kind: 'form'; readonly content: FormContent }
  | Refusal
  | Failed;

/** Whatever is not a read needs a reason; without one the form asks for it. */
function lacksReason(start: Start): boolean {
  return start.operation.kind !== 'read' && start.reason.trim().length < 3;
}

function form(start: Start, prefills: Prefills, problems: readonly Problem[] = []): Prepared {
  const { operation, reason, wish = asItComes, changes, when = '', confidential = false } = start;
  return { kind: 'form', content: { operation, reason, wish, prefills, problems, changes, when, confidential } };
}

/** Words that were understood or not, as a form shows them: what was typed stays, what was found has its real name. */
function keptWords(start: Start, words: Readonly<Record<string, string>>): Prefills {
  const typed = Object.entries(words).flatMap(([name, text]) => {
    const kind = start.operation.fields[name]?.kind;
    const isTyped = kind === 'text' || kind === 'paragraph' || kind === 'duration' || kind === 'request';
    return isTyped ? [[name, { kind: 'typed', text } as const] as const] : [];
  });
  return { ...Object.fromEntries(typed), ...start.prefills };
}

/** Turns what was said into input, or into the form that asks for the rest. Nothing is guessed. */
export async function prepare(useCases: UseCases, caller: Caller, start: Start): Promise<Prepared> {
  const prepared = await understood(useCases, caller, start);
  if (prepared.kind !== 'form' || start.operation.kind !== 'change') return prepared;
  // A box that would be refused is a promise that is not kept.
  const isOffered = await useCases.mayBeConfidential({ operationId: start.operation.id, caller });
  return { kind: 'form', content: { ...prepared.content, isConfidentialOffered: isOffered } };
}

async function understood(useCases: UseCases, caller: Caller, start: Start): Promise<Prepared> {
  const { operation, given } = start;
  if (given.as === 'input') {
    const refusal = await useCases.admit(caller);
    if (refusal !== null) return refusal;
    const parsed = operation.parseInput(given.input);
    if (parsed.success && !lacksReason(start)) return { kind: 'ready', input: parsed.data };
    return form(start, prefillsOf(operation.fields, given.input));
  }
  const resolved = await useCases.resolve({ operationId: operation.id, words: given.words, caller });
  if (resolved.kind !== 'resolution') return resolved;
  const { input, missing, problems } = resolved;
  if (missing.length === 0 && problems.length === 0 && !lacksReason(start)) return { kind: 'ready', input };
  return form(start, { ...keptWords(start, given.words), ...prefillsOf(operation.fields, input) }, problems);
}
