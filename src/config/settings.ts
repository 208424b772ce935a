import { houseSettings } from './house-settings.ts';
import { openaiSettings } from './openai-settings.ts';
import { pageSettings } from './page-settings.ts';
import type { Setting } from './setting.ts';
import { slackSettings } from './slack-settings.ts';

/** Every name the process reads from its environment, in the order of the documentation. */
export const settings = { ...slackSettings, ...openaiSettings, ...houseSettings, ...pageSettings } as const;

export type SettingName = keyof typeof settings;

/** Checked values by name: what was not given and has no fallback is null. */
export type Values = {
  readonly [Name in SettingName]: (typeof settings)[Name] extends Setting<infer T, infer Fallback>
    ? T | (Fallback extends null ? null : never)
    : never;
};

export const settingNames = Object.keys(settings) as readonly SettingName[];

export const settingOf = (name: SettingName): Setting => settings[name];
