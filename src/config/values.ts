import type { Given } from './given.ts';
import { type SettingName, settingNames, settingOf, type Values } from './settings.ts';

export type Checked =
  | { readonly kind: 'ok'; readonly values: Values }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Checks each text against its setting's schema. Messages come from the schemas, which never repeat a value. */
export function checkValues(given: Given, only: readonly SettingName[] = settingNames): Checked {
  const values: Partial<Record<SettingName, unknown>> = {};
  const problems = [...given.problems];
  for (const name of only) {
    const { schema, fallback } = settingOf(name);
    const text = given.texts[name] ?? fallback;
    if (text === null) {
      values[name] = null;
      continue;
    }
    const parsed = schema.safeParse(text);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name}: ${parsed.error.issues[0]?.message ?? 'This value is not understood.'}`);
  }
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'ok', values: values as Values };
}
