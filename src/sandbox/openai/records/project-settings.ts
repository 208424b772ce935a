/** What is set on a project, or on the organization, and has a default when nobody has set it. */
export interface SettingRecords {
  /** What was changed, by `project/model`; the rest is the model's default. */
  readonly rateLimits: Map<string, RateLimits>;
  readonly modelPermissions: Map<string, ModelPermissions>;
  readonly hostedTools: Map<string, HostedTools>;
  readonly serviceTiers: Map<string, ServiceTiers>;
  /** In whole US cents a month, by the id of the organization or of a project. */
  readonly spendLimits: Map<string, number>;
  readonly spendAlerts: Map<string, SpendAlert>;
  /** By the id of the organization or of a project. The organization has one only after OpenAI has approved it. */
  readonly retention: Map<string, Retention>;
}

export const RATE_LIMIT_FIELDS = [
  'max_requests_per_1_minute',
  'max_tokens_per_1_minute',
  'max_images_per_1_minute',
  'max_audio_megabytes_per_1_minute',
  'max_requests_per_1_day',
  'batch_1_day_max_input_tokens',
] as const;

/** Only the fields that the model has. */
export type RateLimits = Readonly<Partial<Record<(typeof RATE_LIMIT_FIELDS)[number], number>>>;

export interface ModelPermissions {
  readonly mode: 'allow_list' | 'deny_list';
  readonly modelIds: readonly string[];
}

export const HOSTED_TOOLS = ['file_search', 'web_search', 'image_generation', 'mcp', 'code_interpreter'] as const;

/** Whether each tool is on. */
export type HostedTools = Readonly<Record<(typeof HOSTED_TOOLS)[number], boolean>>;

export interface ServiceTiers {
  readonly standard: 'standard' | 'fast' | 'scale';
  readonly enabled: 'all' | readonly ('flex' | 'fast' | 'ultrafast')[];
}

export interface SpendAlert {
  readonly id: string;
  /** The organization's id or a project's. */
  readonly placeId: string;
  readonly createdAtSec: number;
  readonly thresholdCents: number;
  readonly recipients: readonly string[];
  readonly subjectPrefix: string | null;
}

export const ORGANIZATION_RETENTION = [
  'zero_data_retention',
  'modified_abuse_monitoring',
  'enhanced_zero_data_retention',
  'enhanced_modified_abuse_monitoring',
] as const;

/** A project can also follow the organization or have none; the organization has no value for "none". */
export const PROJECT_RETENTION = ['organization_default', 'none', ...ORGANIZATION_RETENTION] as const;

export type Retention = (typeof PROJECT_RETENTION)[number];
