import type { z } from 'zod';
import { Secret } from '#domain/secret.ts';

/** Where a setting stands in the documentation; `slack` and `openai` also decide together what `npm start` is. */
export const settingGroups = ['slack', 'openai', 'installation', 'pages', 'health', 'sandbox'] as const;
export type SettingGroup = (typeof settingGroups)[number];

/**
 * One name of the environment, declared once: the reader, the refusals and the page of documentation all come from it. Values are
 * text; `schema` checks and converts them, with messages that follow "NAME: " and never repeat the value.
 */
export interface Setting<T = unknown, Fallback extends string | null = string | null> {
  readonly group: SettingGroup;
  /** One or two sentences: what it is, and where to get it. Also says what is missing when it is required. */
  readonly about: string;
  readonly example: string;
  /** What stands when nothing is given, written as a person would write it. */
  readonly fallback: Fallback;
  /** Secrets never enter the config, and each can come from a file named by `<NAME>_FILE` instead. */
  readonly isSecret: boolean;
  /** Giving this says "I mean to use this group", so that the rest of the group is then required. */
  readonly decides: boolean;
  readonly schema: z.ZodType<T, string>;
}

interface Plain<T, Fallback> {
  readonly group: SettingGroup;
  readonly about: string;
  readonly example: string;
  readonly fallback: Fallback;
  readonly decides?: boolean;
  readonly schema: z.ZodType<T, string>;
}

export function setting<T, Fallback extends string | null>(plain: Plain<T, Fallback>): Setting<T, Fallback> {
  return { decides: false, ...plain, isSecret: false };
}

interface Kept {
  readonly group: SettingGroup;
  readonly about: string;
  readonly example: string;
  readonly decides?: boolean;
  readonly schema: z.ZodType<string, string>;
}

/** A setting whose value is wrapped the moment it has been checked. It has no fallback: nobody ships a secret. */
export function secretSetting(kept: Kept): Setting<Secret, null> {
  const schema = kept.schema.transform((value) => new Secret(value));
  return { decides: false, ...kept, schema, fallback: null, isSecret: true };
}
