import type { FormValues } from './element-state.ts';

/** A stack has three views and a screen some dozen messages with inputs; beyond that the oldest is forgotten. */
const MOST_FORMS = 50;

const kept = new Map<string, FormValues>();

/** A form keeps what was typed while another view lies on top of it, and when the bot updates it in place. */
export function keptValues(formId: string): FormValues {
  return kept.get(formId) ?? {};
}

export function keepValues(formId: string, values: FormValues): void {
  kept.delete(formId);
  kept.set(formId, values);
  const oldest = kept.keys().next();
  if (kept.size > MOST_FORMS && oldest.done !== true) kept.delete(oldest.value);
}
