/** What a word about the rollout speaks of, and of whom. */
export const rolloutFields = {
  operations: {
    kind: 'text',
    label: 'Operations',
    hint: 'keys.issue, a family such as keys.*, or * for every change.',
    required: true,
    max: 60,
    pattern: /^(?:\*|[a-z][a-z-]*\.(?:\*|[a-z][a-z-]*))$/,
    patternHint: 'Write an operation such as keys.issue, a family such as keys.*, or * for every change.',
  },
  for: {
    kind: 'text',
    label: 'For which group',
    hint: 'A group of the policy; everyone if left out.',
    required: false,
    max: 60,
    pattern: /^[a-z][a-z0-9._-]{0,39}$/,
    patternHint: 'Write the name of a group as the policy does: approvers.',
  },
} as const;
