import { describe, expect, test } from 'vitest';
import { type Field, flagOf, targetFieldOf } from '#operations/field.ts';

const common = { label: 'A', hint: 'b.', required: true } as const;
const flag: Field = { ...common, kind: 'flag' };
const project: Field = { ...common, kind: 'project' };

test.each([
  ['project', 'project'],
  ['withAccount', 'with-account'],
  ['maxPerMinute', 'max-per-minute'],
])('the field %s is --%s on the command line', (name, flagName) => {
  expect(flagOf(name)).toBe(flagName);
});

describe('the bare word after the verb', () => {
  test('fills the first field that must refer to something', () => {
    expect(targetFieldOf({ quiet: flag, project })).toBe('project');
    expect(targetFieldOf({ key: { ...common, kind: 'key' }, project })).toBe('key');
    expect(targetFieldOf({ open: flag, request: { ...common, kind: 'request' } })).toBe('request');
  });

  test('else the first field, else nothing', () => {
    expect(targetFieldOf({ open: flag, project: { ...project, required: false } })).toBe('open');
    expect(targetFieldOf({})).toBeNull();
  });
});
