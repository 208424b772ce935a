import { findOperation } from '#operations/catalogue.ts';
import type { Call } from '#operations/call.ts';
import { methodOf, pathTemplateOf } from '#operations/endpoint.ts';
import { bind, type Bindings } from '#operations/template.ts';
import { operationOf, violations } from '../contract/contract.ts';
import { erinAsks, NOON } from './erin-asks.ts';
import { gatherByHand } from './gather-by-hand.ts';
import { planOf } from './plan-by-hand.ts';
import type { Sample } from './samples.ts';

/** Every step that makes something answers with this id. */
function bindingsFor(steps: readonly { readonly id: string }[]): Bindings {
  const results = Object.fromEntries(steps.map(({ id }) => [id, { id: 'made_1' }]));
  return { requestId: 'R1', attempt: 1, now: NOON, results };
}

/** Every call that an operation makes in a sample: its reads, and of a change also its steps and their proofs. */
export function callsIn(sample: Sample): readonly Call[] {
  const operation = findOperation(sample.operation);
  if (operation === null) throw new Error(`There is no ${sample.operation}`);
  const { calls } = gatherByHand(operation, erinAsks(sample.input), sample.answers);
  if (operation.kind === 'read') return calls;
  const { steps } = planOf(sample);
  const bindings = bindingsFor(steps);
  return [...calls, ...steps.flatMap((step) => [bind(step.call, bindings), bind(step.proof.read, bindings)])];
}

/** What is wrong with the calls of a sample where the contract says what each may hold. */
export function violationsIn(sample: Sample): readonly string[] {
  return callsIn(sample).flatMap((call) => {
    const endpoint = operationOf(methodOf(call.endpoint), pathTemplateOf(call.endpoint));
    const inBody = call.body === null && endpoint.body === null ? [] : violations(endpoint, 'body', call.body);
    return [...violations(endpoint, 'query', call.query), ...inBody];
  });
}
