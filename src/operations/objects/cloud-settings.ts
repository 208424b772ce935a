import type { JsonObject } from '#domain/json.ts';

/** One setting of something in another cloud: how it is called on the wire, and how people call it. */
export interface CloudSetting {
  readonly wire: string;
  readonly label: string;
}

/** Settings by the name of the field that asks for each. */
export type CloudSettings = Readonly<Record<string, CloudSetting>>;

/** What was given for them, by wire name. Settings that were left out are missing. */
export type SettingValues = Readonly<Record<string, string>>;

/** From an operation's input, which may hold more. */
export function valuesFromInput(settings: CloudSettings, input: Readonly<Record<string, unknown>>): SettingValues {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([field, { wire }]) => {
      const value = input[field];
      return typeof value === 'string' ? [[wire, value]] : [];
    }),
  );
}

/** As the operation that gave them would take them again. */
export function inputFromValues(settings: CloudSettings, values: SettingValues): JsonObject {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([field, { wire }]) => {
      const value = values[wire];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** One line a setting, in the order in which they are asked for. */
export function linesOfSettings(
  settings: CloudSettings,
  values: SettingValues,
): readonly { readonly label: string; readonly value: string }[] {
  return Object.values(settings).flatMap(({ wire, label }) => {
    const value = values[wire];
    return value === undefined ? [] : [{ label, value }];
  });
}
