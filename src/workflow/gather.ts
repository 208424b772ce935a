import { Fault } from '#domain/fault.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Need } from '#operations/need.ts';
import { answerFromMemory } from './answer-from-memory.ts';
import type { Gathering } from './gathering.ts';
import type { House } from './house.ts';

// Reads that depend on reads: key → its account → that account's keys. Four rounds are twice what any operation needs.
const MOST_ROUNDS = 4;

async function fetch(house: House, gathering: Gathering, need: Need): Promise<Json> {
  if (need.from === 'memory') return answerFromMemory(house, gathering, need.question);
  const answer = await house.vendor.read(need.call, {
    pages: need.pages,
    absent: need.absent,
    context: gathering.context,
  });
  if (answer === null) return null;
  try {
    return need.keep(answer);
  } catch (cause) {
    throw new Fault('openai.bad_answer', `The answer to ${need.call.endpoint} has another shape than documented`, {
      cause,
    });
  }
}

/** Fetches everything an operation needs, round by round, and answers it by name. Stops at its call budget. */
export async function gather(house: House, gathering: Gathering): Promise<JsonObject | Refusal> {
  const { operation, ask } = gathering;
  let known: JsonObject = {};
  let calls = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const needs = operation.need(ask, known);
    if (isRefusal(needs)) return needs;
    if (needs.length === 0) return known;
    calls += needs.filter((need) => need.from === 'openai').length;
    if (calls > operation.callBudget) break;
    const answers = await Promise.all(
      needs.map(async (need) => [need.name, await fetch(house, gathering, need)] as const),
    );
    known = { ...known, ...Object.fromEntries(answers) };
  }
  throw new Error(`${operation.id} asked for more reads than it declares`);
}
