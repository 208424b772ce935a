import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { parseDuration } from '#domain/duration.ts';
import { catalogue, findOperation } from '#operations/catalogue.ts';
import { endpoints } from '#operations/endpoint.ts';
import { flagOf } from '#operations/field.ts';
import type { Operation } from '#operations/operation.ts';
import type { Plan } from '#operations/plan.ts';
import { erinAsks } from './erin-asks.ts';
import { gatherByHand } from './gather-by-hand.ts';
import { everySample } from './every-sample.ts';
import type { Sample } from './samples.ts';

const ROOM = 'src/operations';
const samples = await everySample();

function operationOf(id: string): Operation {
  const operation = findOperation(id);
  if (operation === null) throw new Error(`There is no ${id}`);
  return operation;
}

/** `keys.issue` for every `keys/issue.ts` that declares something. */
function declaredOnDisk(): readonly string[] {
  return readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('/') && path.endsWith('.ts'))
    .filter((path) => /= declare[A-Z]\w+\(/.test(readFileSync(join(ROOM, path), 'utf8')))
    .map((path) => path.slice(0, -'.ts'.length).replace('/', '.'));
}

/** Freezes a value as deep as it goes: who writes to it then throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

function outcomeOf(sample: Sample) {
  const operation = operationOf(sample.operation);
  const ask = frozen(erinAsks(sample.input));
  const known = frozen(gatherByHand(operation, ask, sample.answers).known);
  if (operation.kind === 'read') return operation.view(ask, known);
  if (operation.kind === 'stop') return operation.stop(ask, known);
  return operation.redirect === null ? operation.plan(ask, known) : operation.redirect.to(ask, known);
}

describe('the catalogue', () => {
  test('lists every operation that a file declares, under the name of its folder and file, and no other', () => {
    expect(catalogue.map(({ id }) => id as string).toSorted()).toEqual(declaredOnDisk().toSorted());
  });

  test('finds each by its id and nothing else', () => {
    for (const operation of catalogue) expect(findOperation(operation.id)).toBe(operation);
    expect(['keys', 'keys.', 'Keys.issue', 'keys.issue ', '__proto__', ''].map(findOperation)).toEqual(
      Array(6).fill(null),
    );
  });

  test('has a sample of each', () => {
    expect([...new Set(samples.map(({ operation }) => operation))].toSorted()).toEqual(declaredOnDisk().toSorted());
  });
});

describe.each(catalogue.map((operation) => [operation.id, operation] as const))('%s', (id, operation) => {
  test('is a family and a verb, and says in words what it does', () => {
    expect(`${operation.family}.${operation.verb}`).toBe(id);
    expect(operation.title).toMatch(/^[A-Z].*[^.]$/);
    expect(operation.summary).toMatch(/^[A-Z].*\.$/);
    expect(operation.kind === 'read').toBe(operation.tier === 'read');
  });

  test('does only what its kind does', () => {
    const ask = erinAsks(samples.find((sample) => sample.operation === id)?.input ?? {});
    const wrong = operation.kind === 'read' ? () => operation.plan(ask, {}) : () => operation.view(ask, {});
    expect(wrong).toThrow(`${id} is not a`);
  });

  test('has fields that a form and a command line can name', () => {
    for (const [name, field] of Object.entries(operation.fields)) {
      expect(flagOf(name)).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(field.label.length).toBeLessThanOrEqual(48);
      expect(field.hint).toMatch(/\.$/);
    }
    expect(Object.keys(operation.fields)).not.toContain('reason');
  });

  test('has an example that is itself', () => {
    const words = [...operation.example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
    const isShort = operation.alias !== null && words[1] === operation.alias;
    const start = ['/openai', ...(isShort ? [operation.alias] : [operation.family, operation.verb])];
    expect(words.slice(0, start.length)).toEqual(start);
    const rest = words.slice(start.length);
    const flags = new Map(Object.keys(operation.fields).map((name) => [`--${flagOf(name)}`, name]));
    const given = new Set<string>();
    for (let i = 0; i < rest.length; i += 1) {
      const word = rest[i] ?? '';
      const name = word.startsWith('--') ? flags.get(word) : operation.bare.find((each) => !given.has(each));
      if (word === '--reason') {
        expect(operation.kind).not.toBe('read');
        i += 1;
        continue;
      }
      const field = operation.fields[name ?? ''];
      expect(field, `${word} names no field of ${id}`).toBeDefined();
      given.add(name ?? '');
      if (!word.startsWith('--') || field?.kind === 'flag') continue;
      i += 1;
      const value = rest[i] ?? '';
      if (field?.kind === 'duration') expect(parseDuration(value)).not.toBeNull();
      if (field?.kind === 'choice') expect(field.options.map((option) => option.value)).toContain(value);
      if (field?.kind === 'text') expect(value).toMatch(field.pattern);
    }
    const required = Object.entries(operation.fields).filter(([, field]) => field.required);
    expect([...given]).toEqual(expect.arrayContaining(required.map(([name]) => name)));
  });
});

describe.each(samples.map((sample) => [sample.operation, sample] as const))('%s in a sample', (_, sample) => {
  test('stays within the calls it declares', () => {
    const operation = operationOf(sample.operation);
    const { calls, rounds } = gatherByHand(operation, erinAsks(sample.input), sample.answers);
    expect(calls.length).toBeLessThanOrEqual(operation.callBudget);
    expect(rounds).toBeLessThanOrEqual(4);
  });

  test('is a function of what it is given: twice the same, whatever the clock says, and nothing given is changed', () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const one = canonicalJson(outcomeOf(sample));
      vi.setSystemTime(Date.UTC(2040, 0, 1));
      expect(canonicalJson(outcomeOf(sample))).toBe(one);
    } finally {
      vi.useRealTimers();
    }
  });

  test('takes its input as it was stored', () => {
    const parsed = operationOf(sample.operation).parseInput(sample.input);
    expect(parsed.success && parsed.data).toEqual(sample.input);
  });
});

describe('endpoints', () => {
  const inPlan = (plan: Plan): readonly string[] =>
    [...plan.steps, ...plan.compensations, ...plan.endings].flatMap((step) => [
      step.call.endpoint,
      step.proof.read.endpoint,
    ]);

  function usedBy(sample: Sample): readonly string[] {
    const operation = operationOf(sample.operation);
    const { calls } = gatherByHand(operation, erinAsks(sample.input), sample.answers);
    const isChange = operation.kind === 'change' && operation.redirect === null;
    return [...calls.map(({ endpoint }) => endpoint), ...(isChange ? inPlan(outcomeOf(sample) as Plan) : [])];
  }

  /** Endpoints that the ledger gives to a job or a check, or to an operation whose list a job has read before. */
  function usedByOthers(): readonly string[] {
    const fromMemory = new Set(
      samples
        .filter(({ operation, input, answers }) => {
          const { questions } = gatherByHand(operationOf(operation), erinAsks(input), answers);
          return questions.length > 0;
        })
        .map(({ operation }) => operation),
    );
    return readFileSync('data/endpoints.csv', 'utf8')
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, , , users = '']) =>
        users.split('|').some((user) => user.startsWith('system:') || fromMemory.has(user)),
      )
      .map(([method, path]) => `${method} ${path}`);
  }

  test('are all used by somebody', () => {
    const used = new Set([...samples.flatMap(usedBy), ...usedByOthers()]);
    expect(endpoints.filter((endpoint) => !used.has(endpoint))).toEqual([]);
  });
});
