/** Left out: the file with which Countersign was started. */
export const versionField = {
  kind: 'text',
  label: 'Earlier policy',
  hint: 'Only to go back: its name as /openai policy show lists it, such as P-3. Left out: the file.',
  required: false,
  max: 12,
  pattern: /^[Pp]-[1-9][0-9]{0,8}$/,
  patternHint: 'Write it as it is listed: P-3.',
} as const;
