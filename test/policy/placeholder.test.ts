import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fillPolicy, type Placeholder, placeholders } from '#policy/placeholder.ts';
import { policyIn, problemsIn, shipped, warningsIn } from './fixture.ts';

const template = shipped('policy.yml');
const values: Readonly<Record<Placeholder, string>> = {
  FILL_IN_CHANNEL: 'C0APPROVE1',
  FILL_IN_FIRST_ID: 'bea',
  FILL_IN_FIRST_NAME: "Bea 'B: #1' Lindqvist",
  FILL_IN_FIRST_SLACK: 'U0BEA00001',
  FILL_IN_FIRST_EMAIL: 'bea@acme.example',
  FILL_IN_SECOND_ID: 'omar',
  FILL_IN_SECOND_NAME: 'Omar Haddad',
  FILL_IN_SECOND_SLACK: 'U0OMAR0001',
  FILL_IN_SECOND_EMAIL: 'omar@acme.example',
};

test('the shipped policy asks for everything that is still to fill in, where it stands', () => {
  const problems = problemsIn(template);
  const uses = template
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .match(/FILL_IN_\w+/g);
  expect(problems).toHaveLength(uses?.length ?? 0);
  for (const question of Object.values(placeholders)) {
    expect(problems.some((line) => line.endsWith(`: Still to fill in: ${question}.`))).toBe(true);
  }
  expect(problems[0]).toBe(
    `policy.yml:${lineOf('  approvals: FILL_IN')}:14: Still to fill in: ${placeholders.FILL_IN_CHANNEL}.`,
  );
});

test('the shipped policy, filled in, is free of problems and warnings, and sends nothing', () => {
  const filled = fillPolicy(template, values);
  expect(warningsIn(filled)).toEqual([]);
  const policy = policyIn(filled);
  expect(policy.live).toEqual({ default: 'plan-only', rules: [] });
  expect(policy.channels).toEqual({
    approvals: 'C0APPROVE1',
    audit: 'C0APPROVE1',
    alerts: 'C0APPROVE1',
    sharedInside: [],
  });
  expect(policy.people['bea']?.name).toBe("Bea 'B: #1' Lindqvist");
});

test.each(['true', 'null', '~', '- x', 'a: b', '"', '# no', '*x', '!!int 1', '12', 'x\ny: z', 'FILL_IN_CHANNEL'])(
  'whatever is filled in stays the text that it is: %j',
  (name) => {
    const filled = fillPolicy('name: FILL_IN_FIRST_NAME\nlive: on', { ...values, FILL_IN_FIRST_NAME: name });
    expect(parse(filled)).toEqual({ name, live: 'on' });
  },
);

function lineOf(start: string): number {
  return template.split('\n').findIndex((line) => line.startsWith(start)) + 1;
}
