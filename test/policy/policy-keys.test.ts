import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { whenConditions } from '#policy/conditions/catalogue.ts';
import { policyKeys } from '#policy/policy-keys.ts';
import { policyPage } from '#policy/policy-page.ts';
import { policyText, problemsIn } from './fixture.ts';

const page = readFileSync(new URL('../../docs/policy-keys.md', import.meta.url), 'utf8');

/** Cells of the first column, without their back quotes. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);

describe('docs/policy-keys.md', () => {
  test.each(policyKeys())('says what $path is; write it with .describe() where the key is declared', ({ about }) => {
    expect(about).toMatch(/^\S.{5,}/);
  });

  test('has a row for every key and every condition, and no other; `npm run -s countersign -- policy schema --markdown` writes it', () => {
    const keys = policyKeys().map(({ path }) => path);
    const plain = keys.filter((path) => !path.startsWith('rules[].when.'));
    const conditions = keys.flatMap((path) => /^rules\[\]\.when\.(\w+)$/.exec(path)?.[1] ?? []);
    expect(named(page).toSorted()).toEqual([...plain, ...conditions].toSorted());
    const squeezed = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
    expect(squeezed(page)).toBe(squeezed(policyPage()));
  });

  test('stands beside a policy in which each of them is written once', () => {
    const text = readFileSync(new URL('../../data/policies/everything-on.yml', import.meta.url), 'utf8');
    const missing = policyKeys().filter(({ path }) => !new RegExp(`\\b${path.split('.').at(-1) ?? ''}:`).test(text));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test.each(whenConditions.map(({ key, example }) => ({ key, example })))(
    'shows for $key what a policy may say: $example',
    ({ key, example }) => {
      expect(parse(example)).not.toBeNull();
      const sections = {
        people:
          'people: { bea: { name: Bea, slack: U0BEA00001, unit: payments }, omar: { name: Omar, slack: U0OMAR0001, unit: billing } }',
        groups: 'groups: { approvers: [bea, omar], contractors: [omar], sre-on-call: { slack_group: S0ONCALL01 } }',
        projects: 'projects: { labels: { staging: ["*-stg"] } }',
        calendars: 'calendars: { holidays: [2026-12-25] }',
        incident_link: 'incident_link: https://status.acme.example/incidents/*\nprotected: [billing-*]',
        rules: `rules:\n  - { name: No, operations: changes, requesters: everyone, deny: true, why: Never., when: { ${key}: ${example} } }\n  - { name: All, operations: '*', requesters: everyone }`,
      };
      expect(problemsIn(policyText(sections))).toEqual([]);
    },
  );
});
