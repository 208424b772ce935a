import type { z } from 'zod';

import { type ApiProblem, badRequest } from './problem.ts';

/**
 * Reads `raw` with a schema. Throws the 400 that OpenAI answers for the first thing wrong with it, worded as the live API
 * words it ("Unknown parameter: 'foo'.").
 */
export function validate<Value>(schema: z.ZodType<Value>, raw: unknown): Value {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw problemOf(result.error.issues[0], raw);
}

function problemOf(issue: z.core.$ZodIssue | undefined, raw: unknown): ApiProblem {
  if (issue === undefined) return badRequest('Invalid request.');
  if (issue.code === 'unrecognized_keys') {
    const param = pathText([...issue.path, issue.keys[0] ?? '']);
    return badRequest(`Unknown parameter: '${param}'.`, { param, code: 'unknown_parameter' });
  }
  // A library calls an absent field a field of the wrong type; OpenAI calls it missing.
  const param = pathText(issue.path);
  const received = valueAt(raw, issue.path);
  if (received === undefined && issue.code !== 'custom') {
    return badRequest(`Missing required parameter: '${param}'.`, { param, code: 'missing_required_parameter' });
  }
  const { message, code } = wordingOf(issue, { param, received });
  return badRequest(message, { param, code });
}

interface Wording {
  readonly message: string;
  readonly code: string;
}

function wordingOf(issue: z.core.$ZodIssue, at: { readonly param: string; readonly received: unknown }): Wording {
  const { param, received } = at;
  if (issue.code === 'invalid_type') {
    const message = `Invalid type for '${param}': expected ${nounOf(issue.expected)}, but got ${nounOf(kindOf(received))} instead.`;
    return { message, code: 'invalid_type' };
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((value) => `'${String(value)}'`).join(', ');
    const message = `Invalid value: '${String(received)}'. Supported values are: ${allowed}.`;
    return { message, code: 'invalid_value' };
  }
  if (issue.code === 'too_small') return boundWording('below', { ...at, bound: issue.minimum, of: issue.origin });
  if (issue.code === 'too_big') return boundWording('above', { ...at, bound: issue.maximum, of: issue.origin });
  const message = issue.code === 'custom' ? issue.message : `Invalid value for '${param}'.`;
  return { message, code: 'invalid_value' };
}

interface Bound {
  readonly param: string;
  readonly received: unknown;
  readonly bound: number | bigint;
  readonly of: string;
}

function boundWording(side: 'below' | 'above', { param, received, bound, of }: Bound): Wording {
  const limit = side === 'below' ? 'minimum' : 'maximum';
  const short = side === 'below' ? 'min' : 'max';
  if (of === 'string' || of === 'array') {
    const message = `Invalid '${param}': ${of} length is ${side} the ${limit} of ${bound}.`;
    return { message, code: `${of}_${side}_${short}_length` };
  }
  const sign = side === 'below' ? '>=' : '<=';
  const message = `Invalid '${param}': integer ${side} ${limit} value. Expected a value ${sign} ${bound}, but got ${String(received)} instead.`;
  return { message, code: `integer_${side}_${short}_value` };
}

/** `projects[0].role`, as the live API writes a place in a body. */
function pathText(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : dotted(String(step), index))).join('');
}

function dotted(step: string, index: number): string {
  return index === 0 ? step : `.${step}`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value === 'object' && value !== null) return Reflect.get(value, step);
    // A query that names a list once holds its one value bare.
    return typeof value === 'string' && step === 0 ? value : undefined;
  }, raw);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'number';
  return typeof value;
}

function nounOf(kind: string): string {
  const nouns: Readonly<Record<string, string>> = {
    array: 'an array',
    int: 'an integer',
    null: 'null',
    number: 'a decimal number',
    object: 'an object',
  };
  return nouns[kind] ?? `a ${kind}`;
}
