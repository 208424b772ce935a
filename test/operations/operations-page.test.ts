import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { flagOf } from '#operations/field.ts';
import { operationsPage } from '#operations/operations-page.ts';

const page = operationsPage(catalogue);

test('docs/operations.md is what the declarations say today', () => {
  expect(readFileSync('docs/operations.md', 'utf8')).toBe(page);
});

test('every operation has a section of its own with each of its flags', () => {
  const sections = page.split('\n### ');
  for (const operation of catalogue) {
    const own = sections.filter((section) => section.startsWith(`${operation.id}\n`));
    expect(own, operation.id).toHaveLength(1);
    for (const name of Object.keys(operation.fields)) expect(own[0], operation.id).toContain(flagOf(name));
  }
});
