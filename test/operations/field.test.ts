import { describe, expect, test } from 'vitest';
import { type Field, flagOf, bareFieldsOf } from '#operations/field.ts';

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
    expect(bareFieldsOf({ quiet: flag, project })).toEqual(['project']);
    expect(bareFieldsOf({ key: { ...common, kind: 'key' }, project })).toEqual(['key']);
    expect(bareFieldsOf({ open: flag, request: { ...common, kind: 'request' } })).toEqual(['request']);
  });

  test('else the first field, else nothing', () => {
    expect(bareFieldsOf({ open: flag, project: { ...project, required: false } })).toEqual(['open']);
    expect(bareFieldsOf({})).toEqual([]);
  });
});
