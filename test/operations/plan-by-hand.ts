import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Ask } from '#operations/operation.ts';
import type { Plan } from '#operations/plan.ts';
import type { View, ViewPart } from '#operations/view.ts';
import { erinAsks } from './erin-asks.ts';
import { gatherByHand } from './gather-by-hand.ts';

interface Given {
  readonly operation: string;
  readonly input: JsonObject;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly ask?: Partial<Ask<JsonObject>>;
}

/** What an operation makes of an input and of what the vendor and our memory answer. */
function outcomeOf({ operation: id, input, answers, ask: more }: Given): Plan | View | Refusal {
  const operation = findOperation(id);
  if (operation === null) throw new Error(`There is no ${id}`);
  const parsed = operation.parseInput(input);
  if (!parsed.success) throw new Error(parsed.error.message);
  const ask = erinAsks(parsed.data, more);
  const { known } = gatherByHand(operation, ask, answers);
  return operation.kind === 'change' ? operation.plan(ask, known) : operation.view(ask, known);
}

export function planOf(given: Given): Plan {
  const outcome = outcomeOf(given);
  if (isRefusal(outcome) || !('steps' in outcome)) throw new Error(`No plan: ${JSON.stringify(outcome)}`);
  return outcome;
}

export function viewOf(given: Given): View {
  const outcome = outcomeOf(given);
  if (isRefusal(outcome) || !('parts' in outcome)) throw new Error(`No view: ${JSON.stringify(outcome)}`);
  return outcome;
}

export function refusalOf(given: Given): Refusal {
  const outcome = outcomeOf(given);
  if (!isRefusal(outcome)) throw new Error('It was not refused');
  return outcome;
}

/** The first part of a view of this kind. */
export function partOf<Kind extends ViewPart['part']>(view: View, kind: Kind): Extract<ViewPart, { part: Kind }> {
  const found = view.parts.find((part) => part.part === kind);
  if (found === undefined) throw new Error(`The view has no ${kind}`);
  return found as Extract<ViewPart, { part: Kind }>;
}

/** Value of a fact by its label. */
export function factOf(view: View, label: string): string | undefined {
  return partOf(view, 'facts').facts.find((fact) => fact.label === label)?.value;
}
