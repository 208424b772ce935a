import { describeCall, pathOf } from '#operations/call.ts';
import type { Plan, Step } from '#operations/plan.ts';
import { bind, type Bindings } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';

/** As if every step that makes something had answered this. */
const bindings: Bindings = {
  requestId: 'R1',
  attempt: 1,
  now: NOON,
  results: { key: { id: 'key_new' }, invite: { id: 'invite_new' } },
};

const one = (step: Step) => {
  const { method, path } = describeCall(bind(step.call, bindings));
  return `${method} ${path}`;
};

/** `DELETE /organization/users/user_erin` for every step, in order. */
export const sentBy = (plan: Plan): readonly string[] => plan.steps.map(one);

/** What the first step sends, and how it is proven. */
export function firstOf(plan: Plan) {
  const [step] = plan.steps;
  if (step === undefined) throw new Error('The plan has no step');
  const { proof } = step;
  return {
    sent: one(step),
    body: bind(step.call, bindings).body,
    proof: [
      proof.by,
      `GET ${pathOf(bind(proof.read, bindings))}`,
      ...(proof.by === 'gone' ? [] : [proof.where]),
    ] as readonly unknown[],
  };
}
