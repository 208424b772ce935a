import { describe, expect, test } from 'vitest';
import type { Field, Fields } from '#operations/field.ts';
import { inputSchema } from '#operations/input.ts';
import { everyFakeSecret } from '../support/fake-secret.ts';

const common = { label: 'Field', hint: 'A field.', required: true } as const;
const project = { id: 'proj_1', name: 'search-dev' };
const key = { id: 'key_1', name: 'laptop', redacted: 'sk-...ab', project };

const kinds: Readonly<
  Record<Field['kind'], { field: Field<true>; good: readonly unknown[]; bad: readonly unknown[] }>
> = {
  project: {
    field: { ...common, kind: 'project' },
    good: [project, { id: 'p', name: '' }],
    bad: ['proj_1', { id: '', name: 'a' }, { id: 'p' }, { ...project, status: 'active' }, null],
  },
  key: {
    field: { ...common, kind: 'key' },
    good: [key],
    bad: ['key_1', { ...key, project: 'proj_1' }, { ...key, id: '' }, { ...key, value: 'x' }],
  },
  text: {
    field: { ...common, kind: 'text', max: 5, pattern: /^[a-z ]+$/, patternHint: 'Letters only.' },
    good: ['abc', ' abc '],
    bad: ['', '   ', 'abcdef', 'ABC', 'a\u200bb', 'a\u202eb', 7],
  },
  paragraph: {
    field: { ...common, kind: 'paragraph', max: 200 },
    good: ['two\nlines', 'Zoë 🔑'],
    bad: ['', 'x'.repeat(201), 'a\u0000b', 'a\u2066b', 'a\ufffab'],
  },
  duration: {
    field: { ...common, kind: 'duration', minMs: 10, maxMs: 20, suggest: [] },
    good: [10, 20],
    bad: [9, 21, 10.5, '15', Number.NaN, Number.POSITIVE_INFINITY],
  },
  choice: {
    field: { ...common, kind: 'choice', options: [{ value: 'a', label: 'A' }] },
    good: ['a'],
    bad: ['A', 'b', '', 'toString', 0],
  },
  flag: { field: { ...common, kind: 'flag' }, good: [true, false], bad: ['true', 1, 0] },
  request: { field: { ...common, kind: 'request' }, good: ['R1'], bad: ['', 1] },
  user: {
    field: { ...common, kind: 'user' },
    good: [{ id: 'user_1', email: 'erin@acme.example', name: 'Erin Vale' }],
    bad: ['user_1', { id: '', email: '', name: '' }, { id: 'user_1', name: 'Erin Vale' }],
  },
  thing: {
    field: {
      ...common,
      kind: 'thing',
      noun: 'group',
      listing: { endpoint: 'GET /organization/groups', params: {}, id: 'id', name: 'name' },
    },
    good: [{ id: 'group_1', name: 'search' }],
    bad: ['group_1', { id: '', name: 'search' }, { id: 'group_1', name: 'search', extra: 1 }],
  },
  money: {
    field: { ...common, kind: 'money', minCents: 100, maxCents: 200 },
    good: [100, 200],
    bad: [99, 201, 150.5, '$1.50'],
  },
  count: {
    field: { ...common, kind: 'count', min: 1, max: 3, unit: 'requests' },
    good: [1, 3],
    bad: [0, 4, 1.5, '2'],
  },
  words: {
    field: { ...common, kind: 'words', most: 2, pattern: /^[a-z-]+$/, patternHint: 'Letters.', allowed: null },
    good: [['gpt'], ['gpt', 'mini']],
    bad: [[], ['a', 'b', 'c'], ['A'], 'gpt', [1]],
  },
};

const accepts = (fields: Fields, input: unknown): boolean => inputSchema(fields).safeParse(input).success;

describe.each(Object.entries(kinds))('a %s', (_, { field, good, bad }) => {
  test.each(good.map((value) => [value]))('takes %j', (value) => {
    expect(accepts({ it: field }, { it: value })).toBe(true);
  });

  test.each(bad.map((value) => [value]))('refuses %j', (value) => {
    expect(accepts({ it: field }, { it: value })).toBe(false);
  });

  test('that must be given cannot be left out', () => {
    expect(accepts({ it: field }, {})).toBe(false);
    expect(accepts({ it: field }, { it: null })).toBe(false);
  });

  test('that need not be given is null then', () => {
    const fields = { it: { ...field, required: false } };
    expect(inputSchema(fields).parse({})).toEqual({ it: null });
    expect(inputSchema(fields).parse({ it: null })).toEqual({ it: null });
    for (const value of bad.filter((each) => each !== null)) expect(accepts(fields, { it: value })).toBe(false);
  });
});

describe('every text', () => {
  const { paragraph } = kinds;

  test.each(everyFakeSecret.map((secret) => [secret.slice(0, 8), secret]))('refuses a pasted %s…', (_, secret) => {
    const parsed = inputSchema({ it: paragraph.field }).safeParse({ it: `please revoke ${secret}` });
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues[0]?.message).toContain('This looks like a secret key.');
    expect(JSON.stringify(parsed.error)).not.toContain(secret);
  });

  test('is kept without the space around it', () => {
    expect(inputSchema({ it: paragraph.field }).parse({ it: '  why  ' })).toEqual({ it: 'why' });
  });
});

test.each(['approved', 'tier', 'state', '__proto__x', 'constructor'])(
  'B15 · a field called %s that nobody asked for is refused',
  (name) => {
    expect(accepts({ it: kinds.flag.field }, { it: true, [name]: 1 })).toBe(false);
  },
);

test('an operation without fields takes nothing at all', () => {
  expect(accepts({}, {})).toBe(true);
  expect(accepts({}, { a: null })).toBe(false);
  expect(accepts({}, [])).toBe(false);
  expect(accepts({}, null)).toBe(false);
});
