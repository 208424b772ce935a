import { shortRequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import type { ChangeLine, Continuation, RequestInverse } from '#operations/memory.ts';
import type { MemoryQuestion } from '#operations/need.ts';
import type { Plan } from '#operations/plan.ts';
import { bindJson, stepsAwaited } from '#operations/template.ts';
import type { Effect, PlannedRequest, RequestReader } from './ports/requests.ts';
import { changeLine, lineOf } from './request-lines.ts';

/** Answers of the steps that happened, by step. The newest attempt counts: an earlier one was taken back. */
function resultsOf(record: PlannedRequest, effects: readonly Effect[]): Readonly<Record<string, Json>> {
  const applied = effects.filter(
    ({ part, status, attempt }) => part === 'step' && status === 'applied' && attempt === record.attempt,
  );
  return Object.fromEntries(applied.map((effect) => [effect.stepId, effect.answer]));
}

/** How a request could be undone now, its slots filled with what its carrying out told. */
export function inverseOf(record: PlannedRequest, effects: readonly Effect[]): RequestInverse {
  const { plan, id } = record.terms;
  const { verdict, sentence, operation, input } = plan.inverse;
  const results = resultsOf(record, effects);
  const isBindable = input !== null && stepsAwaited(input).every((step) => results[step] !== undefined);
  const bindings = { requestId: id, attempt: record.attempt, now: record.endedAt ?? record.createdAt, results };
  return {
    id,
    state: record.state,
    title: `${shortRequestId(id)}: ${plan.title}`,
    verdict,
    sentence,
    operation,
    input: isBindable ? bindJson(input, bindings) : null,
  };
}

/**
 * What to ask for so that it comes to what is left. The same wish again, unless it would make a second time what is there already; then
 * what the plan names for that.
 */
function wishFor(
  record: PlannedRequest,
  left: Plan['steps'],
  results: Readonly<Record<string, Json>>,
): Pick<Continuation, 'operation' | 'input' | 'hangsOnNew'> {
  const { plan, id, input } = record.terms;
  const again = { operation: plan.operation, input, hangsOnNew: false };
  const hangsOnNew = left.some((step) =>
    stepsAwaited({ ...step.call }).some((awaited) => results[awaited] !== undefined),
  );
  if (!hangsOnNew) return again;
  if (plan.rest === null || stepsAwaited(plan.rest.input).some((step) => results[step] === undefined)) {
    return { ...again, hangsOnNew };
  }
  const bindings = { requestId: id, attempt: record.attempt, now: record.endedAt ?? record.createdAt, results };
  return { operation: plan.rest.operation, input: bindJson(plan.rest.input, bindings), hangsOnNew: false };
}

/** What is left of a request, as reading back and answers have proven it. */
export function continuationOf(record: PlannedRequest, effects: readonly Effect[]): Continuation {
  const { plan, id } = record.terms;
  const results = resultsOf(record, effects);
  const left = plan.steps.filter((step) => results[step.id] === undefined);
  return {
    id,
    state: record.state,
    title: `${shortRequestId(id)}: ${plan.title}`,
    left: left.map((step) => step.title),
    ...wishFor(record, left, results),
  };
}

// What one answer in Slack can show in pages of ten; a longer history is read with the command line.
const MOST_CHANGES = 100;

function changeOf(record: PlannedRequest): ChangeLine {
  const { plan, requester } = record.terms;
  return {
    ...lineOf(record),
    requesterName: requester.name,
    endedAt: record.endedAt ?? record.createdAt,
    changes: plan.changes.map(changeLine),
    verdict: plan.inverse.verdict,
  };
}

/** Everything that was changed through the bot, newest first. */
export async function changesOf(
  requests: RequestReader,
  now: Instant,
  question: Extract<MemoryQuestion, { of: 'changes' }>,
): Promise<Json> {
  const { projectId, person, sinceMs } = question;
  const from = sinceMs === null ? 0 : now - sinceMs;
  const done = await requests.list({ states: ['succeeded', 'partial'], limit: 1000 });
  const wanted = done.filter(
    ({ terms, endedAt }) =>
      (projectId === null || terms.plan.project?.id === projectId) &&
      (person === null ||
        terms.requester.name.toLowerCase().includes(person.toLowerCase()) ||
        terms.requester.slackId === person) &&
      (endedAt ?? 0) >= from,
  );
  return wanted.slice(0, MOST_CHANGES).map(changeOf) satisfies JsonObject[];
}
