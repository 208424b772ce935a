import type { Field } from '../field.ts';

/** A setting of a cloud: one word, as that cloud spells it. */
export function setting(label: string, hint: string, pattern: RegExp = /^\S+$/) {
  return {
    kind: 'text',
    label,
    hint,
    required: true,
    // Longer than any resource name of the four clouds.
    max: 2048,
    pattern,
    patternHint: hint,
  } as const satisfies Field<true>;
}
