import { isRecord } from '../record.ts';

/** Where blocks are shown; some exist on one surface only. */
export type Surface = 'message' | 'modal' | 'home';

/** One thing Slack would refuse. `pointer` is a JSON pointer into the request, e.g. `/blocks/0/text/text`. */
export interface Problem {
  readonly message: string;
  readonly pointer: string;
}

/** The place being checked, and where its problems go. */
export interface At {
  readonly pointer: string;
  readonly surface: Surface;
  readonly problems: Problem[];
}

export type Check = (value: unknown, at: At) => void;

export function below(at: At, key: string | number): At {
  return { ...at, pointer: `${at.pointer}/${key}` };
}

export function complain(at: At, message: string): void {
  at.problems.push({ message, pointer: at.pointer });
}

/** A string of `min` to `max` UTF-16 units, both allowed. */
export function string(limits: { min?: number; max?: number } = {}): Check {
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits;
  return (value, at) => {
    if (typeof value !== 'string') complain(at, 'must be a string');
    else if (value.length < min) complain(at, `must be more than ${min - 1} characters`);
    else if (value.length > max) complain(at, `must be less than ${max + 1} characters`);
  };
}

export function matching(pattern: RegExp, what: string): Check {
  return (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) complain(at, `must be ${what}`);
  };
}

export function integer(limits: { min: number; max: number }): Check {
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) complain(at, 'must be an integer');
    else if (value < limits.min) complain(at, `must be greater than ${limits.min - 1}`);
    else if (value > limits.max) complain(at, `must be less than ${limits.max + 1}`);
  };
}

export const number: Check = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) complain(at, 'must be a number');
};

export const boolean: Check = (value, at) => {
  if (typeof value !== 'boolean') complain(at, 'must be a boolean');
};

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, at) => {
    if (!allowed.includes(value)) complain(at, 'must be a valid enum value');
  };
}

export function list(item: Check, limits: { min?: number; max: number }): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return complain(at, 'must provide an array');
    if (value.length < (limits.min ?? 0)) complain(at, `must provide at least ${limits.min} items`);
    if (value.length > limits.max) complain(at, `no more than ${limits.max} items allowed`);
    value.forEach((entry, index) => item(entry, below(at, index)));
  };
}

export type Fields = Readonly<Record<string, Check>>;

/** An object with these fields and no others; `type` is always allowed, because whoever chose this check has read it. */
export function shape(fields: { readonly required?: Fields; readonly optional?: Fields }): Check {
  const { required = {}, optional = {} } = fields;
  const known: Fields = { type: () => {}, ...optional, ...required };
  return (value, at) => {
    if (!isRecord(value)) return complain(at, 'must provide an object');
    for (const key of Object.keys(required)) {
      if (value[key] === undefined) complain(at, `missing required field: ${key}`);
    }
    for (const [key, entry] of Object.entries(value)) {
      const check = known[key];
      if (check === undefined) complain(at, `invalid additional property: ${key}`);
      else if (entry !== undefined) check(entry, below(at, key));
    }
  };
}

/** An object whose `type` chooses the check. */
export function byType(checks: Readonly<Record<string, Check>>): Check {
  return (value, at) => {
    if (!isRecord(value)) return complain(at, 'must provide an object');
    const type = value['type'];
    if (typeof type !== 'string') return complain(at, 'missing required field: type');
    const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check === undefined) complain(below(at, 'type'), `unsupported type: ${type}`);
    else check(value, at);
  };
}

/** Both checks, each with its own complaints. */
export function both(first: Check, second: Check): Check {
  return (value, at) => {
    first(value, at);
    second(value, at);
  };
}

/** A rule about an object as a whole; it sees objects only, since the shape's check has complained about anything else. */
export function rule(test: (value: Readonly<Record<string, unknown>>, at: At) => void): Check {
  return (value, at) => {
    if (isRecord(value)) test(value, at);
  };
}
