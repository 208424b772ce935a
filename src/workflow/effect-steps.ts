import { digestOf } from '#domain/canonical.ts';
import { invariant } from '#domain/invariant.ts';
import type { Plan, Step } from '#operations/plan.ts';
import type { Bindings, CallTemplate } from '#operations/template.ts';
import type { Effect } from './ports/requests.ts';

export const hashOfTemplate = (template: CallTemplate): string => digestOf('countersign/template/v1', template);

function partOf(plan: Plan, part: Effect['part']): readonly Step[] {
  switch (part) {
    case 'step':
      return plan.steps;
    case 'compensation':
      return plan.compensations;
    case 'ending':
      return plan.endings;
  }
}

/** The approved step that an effect carried out. The hash proves that it is the same template that people approved. */
export function stepOf(plan: Plan, effect: Pick<Effect, 'part' | 'stepId' | 'templateHash'>): Step {
  const step = partOf(plan, effect.part).find((each) => each.id === effect.stepId);
  invariant(
    step !== undefined && hashOfTemplate(step.call) === effect.templateHash,
    'An effect belongs to a step of its plan',
  );
  return step;
}

export function bindingsOf(effect: Pick<Effect, 'bindings'>): Bindings {
  return effect.bindings as unknown as Bindings;
}
