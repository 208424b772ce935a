/** Names of models as people type them. Fine-tuned ones have colons in them. */
export const modelWords = {
  most: 200,
  pattern: /^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/,
  patternHint: 'Names of models hold letters, digits, dots, dashes and colons, such as gpt-6-astra.',
  allowed: null,
} as const;
