import type { Fields } from '../field.ts';
import { projectsField } from '../invites/project-words.ts';

export const offboardFields = {
  user: { kind: 'user', label: 'Person', hint: 'Who leaves: by e-mail, name, id or mention.', required: true },
  successor: {
    kind: 'user',
    label: 'Successor',
    hint: 'Becomes owner of the projects this person owns.',
    required: false,
  },
  from: {
    ...projectsField,
    label: 'Only these projects',
    hint: 'Names or ids. Left out, the person leaves everything and the organization.',
    pattern: /^[^\s,:]+$/,
    patternHint: 'Write projects by name or id, for example search-dev, billing.',
  },
  part: {
    kind: 'count',
    label: 'Part',
    hint: 'Only where an earlier part said which comes next.',
    required: false,
    min: 1,
    max: 99,
    unit: 'parts',
  },
} as const satisfies Fields;
