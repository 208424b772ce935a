import type { JsonObject } from '#domain/json.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Call } from '#operations/call.ts';
import type { MemoryQuestion } from '#operations/need.ts';
import type { Ask, Operation } from '#operations/operation.ts';

/** What an operation asked for until it had enough, and what it knows then. */
export interface Gathered {
  readonly known: JsonObject;
  readonly calls: readonly Call[];
  readonly questions: readonly MemoryQuestion[];
  readonly rounds: number;
}

/**
 * Answers an operation's needs from a table of answers by name: what the vendor said (as on the wire, null for "not found") or what our
 * memory holds. An answer that is missing, or a round too many, is a failure of the test.
 */
export function gatherByHand(
  operation: Operation,
  ask: Ask<JsonObject>,
  answers: Readonly<Record<string, unknown>>,
): Gathered {
  let known: JsonObject = {};
  const calls: Call[] = [];
  const questions: MemoryQuestion[] = [];
  for (let rounds = 0; rounds <= 4; rounds += 1) {
    const needs = operation.need(ask, known);
    if (isRefusal(needs)) throw new Error(`${operation.id} refused to read: ${needs.what}`);
    if (needs.length === 0) return { known, calls, questions, rounds };
    for (const need of needs) {
      if (!Object.hasOwn(answers, need.name)) throw new Error(`${operation.id} asked for ${need.name}, unexpectedly`);
      const answer = answers[need.name];
      if (need.from === 'openai') {
        calls.push(need.call);
        if (answer === null && need.absent === 'fault') throw new Error(`${need.name} must not be absent`);
        known = { ...known, [need.name]: answer === null ? null : need.keep(answer) };
      } else {
        questions.push(need.question);
        known = { ...known, [need.name]: answer as JsonObject };
      }
    }
  }
  throw new Error(`${operation.id} never has enough`);
}
