import { describeCall, pathOf } from '#operations/call.ts';
import type { Plan } from '#operations/plan.ts';
import { bind, type Bindings, bindJson } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';

/** What a step that makes something answers here. */
export const bindings: Bindings = { requestId: 'R1', attempt: 1, now: NOON, results: { create: { id: 'made_1' } } };

/** Each call of a plan in one line with its body, and how it is proven: by what, where, and with which values. */
export function sentBy(plan: Plan) {
  return plan.steps.map(({ call, proof }) => {
    const { method, path } = describeCall(bind(call, bindings));
    return {
      call: `${method} ${path}`,
      body: bind(call, bindings).body,
      proof: [
        proof.by,
        pathOf(bind(proof.read, bindings)),
        proof.by === 'gone' ? null : bindJson(proof.where, bindings),
      ],
    };
  });
}
