import { unreachable } from '#domain/invariant.ts';
import { utcMinute } from '#domain/instant.ts';
import { methodOf, pathTemplateOf } from './endpoint.ts';
import type { Step } from './plan.ts';
import type { CallTemplate, Slot } from './template.ts';

function slotText(slot: Slot): string {
  switch (slot.$) {
    case 'result':
      return `{${slot.path.join('.')} of ${slot.step}}`;
    case 'requestId':
      return '{request id}';
    case 'attempt':
      return '{attempt}';
    case 'secondsUntil':
      return `{seconds until ${utcMinute(slot.at)}}`;
    case 'join':
      return slot.parts.map((part) => (typeof part === 'string' ? part : slotText(part))).join('');
  }
  return unreachable(slot);
}

/** `DELETE /organization/projects/proj_x/api_keys/key_y`, with what is filled in later in braces. */
function templateText(template: CallTemplate): string {
  const path = pathTemplateOf(template.endpoint).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = template.params[name];
    if (value === undefined) return whole;
    return typeof value === 'string' ? value : slotText(value);
  });
  return `${methodOf(template.endpoint)} ${path}`;
}

export function stepText(step: Step): { readonly title: string; readonly call: string } {
  return { title: step.title, call: templateText(step.call) };
}
