import type { Field, Option } from '../field.ts';
import {
  organizationRetentions,
  projectRetentions,
  type Retention,
  retentionWord,
  sayRetention,
} from '../objects/retention.ts';

const optionsOf = (values: readonly Retention[]): readonly Option[] =>
  values.map((value) => ({ value: retentionWord(value), label: sayRetention(value) }));

const control = {
  kind: 'choice',
  label: 'Data retention',
  hint: 'Needs OpenAI’s approval for your organization; without it the request fails.',
  required: true,
} as const;

export const projectField = {
  kind: 'project',
  label: 'Project',
  hint: 'By name or id.',
  required: true,
} as const satisfies Field;

export const projectControl = { ...control, options: optionsOf(projectRetentions) } as const satisfies Field;
export const organizationControl = { ...control, options: optionsOf(organizationRetentions) } as const satisfies Field;
