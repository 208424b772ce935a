import { isRecord, type JsonRecord, parseJson } from '../record.ts';
import { ApiError, refusal } from './api-error.ts';

/**
 * The arguments of one call. Forms carry everything as text, lists and objects as JSON inside it; JSON bodies carry them as
 * they are. These readers take both.
 */
export interface Arguments {
  /** The text, or null when it is absent or empty. */
  text(name: string): string | null;
  /** @throws ApiError invalid_arguments when it is absent */
  needText(name: string): string;
  flag(name: string): boolean;
  /** The JSON value, or null when absent. Text that is no JSON comes back as itself, for the caller to refuse. */
  json(name: string): unknown;
  has(name: string): boolean;
  raw(): JsonRecord;
}

export function readArguments(values: JsonRecord): Arguments {
  const text = (name: string): string | null => {
    const value = values[name];
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return {
    text,
    needText(name) {
      const value = text(name);
      if (value === null) throw refusal('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
      return value;
    },
    flag: (name) => ['true', '1'].includes(text(name) ?? ''),
    json(name) {
      const value = values[name];
      if (typeof value !== 'string') return value ?? null;
      return value === '' ? null : (parseJson(value) ?? value);
    },
    has: (name) => values[name] !== undefined,
    raw: () => values,
  };
}

/** A page's size. @throws ApiError invalid_limit */
export function limitOf(args: Arguments, bounds: { readonly normal: number; readonly max: number }): number {
  const limit = Number(args.text('limit') ?? bounds.normal);
  if (!Number.isInteger(limit) || limit < 0 || limit > bounds.max) throw new ApiError('invalid_limit');
  return limit === 0 ? bounds.normal : limit;
}

/** The arguments of a request, from wherever its method and content type put them. */
export async function argumentsOf(request: Request): Promise<JsonRecord> {
  const type = request.headers.get('content-type') ?? '';
  if (request.method === 'GET') return Object.fromEntries(new URL(request.url).searchParams);
  if (type.startsWith('application/json')) {
    const body = parseJson(await request.text());
    return isRecord(body) ? body : {};
  }
  if (type.startsWith('multipart/form-data')) return Object.fromEntries(await request.formData());
  return Object.fromEntries(new URLSearchParams(await request.text()));
}
