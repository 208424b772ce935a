import type { JsonObject, Json } from '#domain/json.ts';
import type { Endpoint } from './endpoint.ts';
import type { Proof, Step, Where } from './plan.ts';
import type { CallTemplate, Slot } from './template.ts';

interface Filling {
  readonly params?: Readonly<Record<string, string | Slot>>;
  readonly query?: Readonly<Record<string, Json>>;
  readonly body?: JsonObject;
}

/** A call with places left open, written as shortly as a call without. */
export function callTemplate(endpoint: Endpoint, filling: Filling = {}): CallTemplate {
  return { endpoint, params: filling.params ?? {}, query: filling.query ?? {}, body: filling.body ?? null };
}

interface Declared {
  readonly id: string;
  readonly title: string;
  readonly call: CallTemplate;
}

/** Makes something new; found again, should the answer be lost, as the one item of a list with these values. */
export function createStep(
  step: Declared & { readonly listedIn: CallTemplate; readonly where: Where; readonly secretAt?: readonly string[] },
): Step {
  const proof: Proof = { by: 'listed', read: step.listedIn, where: step.where };
  return { id: step.id, title: step.title, effect: 'create', call: step.call, secretAt: step.secretAt ?? null, proof };
}

/** Gives something values; proven by reading them back, from the object itself or as an item of a list. */
export function setStep(
  step: Declared & { readonly read: CallTemplate; readonly where: Where; readonly isList?: boolean },
): Step {
  const proof: Proof = { by: step.isList === true ? 'listed' : 'equals', read: step.read, where: step.where };
  return { id: step.id, title: step.title, effect: 'set', call: step.call, secretAt: null, proof };
}

/** Has something tried out. What was found only the answer tells; reading proves no more than that the thing is there. */
export function tryStep(step: Declared & { readonly read: CallTemplate; readonly thing: string }): Step {
  return setStep({ ...step, where: { id: step.thing } });
}

/** Takes something away; proven by its being gone, or by no item of a list having these values any more. */
export function deleteStep(
  step: Declared & ({ readonly read: CallTemplate } | { readonly listedIn: CallTemplate; readonly where: Where }),
): Step {
  const proof: Proof =
    'read' in step ? { by: 'gone', read: step.read } : { by: 'unlisted', read: step.listedIn, where: step.where };
  return { id: step.id, title: step.title, effect: 'delete', call: step.call, secretAt: null, proof };
}
