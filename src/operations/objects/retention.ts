import { z } from 'zod';

/** What the organization can be set to; there is no value for "no control" (OpenAI API reference, 2026-11). */
export const organizationRetentions = [
  'modified_abuse_monitoring',
  'zero_data_retention',
  'enhanced_modified_abuse_monitoring',
  'enhanced_zero_data_retention',
] as const;
/** What a project can be set to: also to follow the organization, or to have no control of its own. */
export const projectRetentions = ['organization_default', 'none', ...organizationRetentions] as const;

export type Retention = (typeof projectRetentions)[number];

/** Kept as it is answered: a value that is new to us is shown rather than refused. */
export const retentionSchema = z.string();

/** `OrganizationDataRetention` and its project twin (OpenAI API reference, 2026-11): sent as `retention_type`, answered as `type`. */
export const retentionWire = z.looseObject({ type: z.string() });

export function keepRetention(answer: unknown): string {
  return retentionWire.parse(answer).type;
}

const says: Readonly<Record<Retention, string>> = {
  organization_default: 'as the organization',
  none: 'no control of its own',
  modified_abuse_monitoring: 'modified abuse monitoring',
  zero_data_retention: 'zero data retention',
  enhanced_modified_abuse_monitoring: 'enhanced modified abuse monitoring',
  enhanced_zero_data_retention: 'enhanced zero data retention',
};

export const isRetention = (value: string): value is Retention => Object.hasOwn(says, value);

export const sayRetention = (value: string): string => (isRetention(value) ? says[value] : value);

/** `zero-data-retention`: how a value is typed. */
export const retentionWord = (value: string): string => value.replaceAll('_', '-');

export const retentionOfWord = (word: string): string => word.replaceAll('-', '_');
