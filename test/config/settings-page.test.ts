import { expect, test } from 'vitest';
import { settingNames, settingOf } from '#config/settings.ts';
import { settingsPage } from '#config/settings-page.ts';

test('every setting has a row of its own', () => {
  const rows = settingsPage().split('\n');
  for (const name of settingNames) expect(rows.filter((row) => row.startsWith(`| \`${name}\``))).toHaveLength(1);
});

test('every default passes its own check, and no secret has one', () => {
  for (const name of settingNames) {
    const { fallback, schema, isSecret } = settingOf(name);
    if (isSecret) expect(fallback).toBeNull();
    else if (fallback !== null) expect(schema.safeParse(fallback).success, name).toBe(true);
  }
});
