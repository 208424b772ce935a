import type { Field } from '../field.ts';
import { setting } from '../objects/cloud-field.ts';
import { keyPurposes } from '../objects/external-key.ts';

export const keyName = {
  kind: 'text',
  label: 'Name',
  hint: 'What people will call it: billing.',
  required: true,
  // As long as a name that an undo gives back.
  max: 200,
  pattern: /\S/,
  patternHint: 'Write a name.',
} as const satisfies Field<true>;

export const keyPurpose = {
  kind: 'choice',
  label: 'Purpose',
  hint: 'Leave it out to encrypt stored data.',
  required: false,
  options: keyPurposes.map((value) => ({
    value,
    label: value === 'ekm' ? 'Encryption of stored data' : 'PSP decryption',
  })),
} as const satisfies Field<false>;

/** One version of the key instead of its newest. */
export const keyVersion = {
  ...setting('Key version', 'Only with the purpose psp_decryption.'),
  required: false,
} as const satisfies Field<false>;
