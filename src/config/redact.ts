import { Secret } from '#domain/secret.ts';

// Names under which credentials travel in headers, bodies and settings. Matched anywhere in a name, whatever its case and hyphens.
const SECRET_NAME =
  /authorization|cookie|token|secret|password|passphrase|api[-_]?key|admin[-_]?key|mac[-_]?key|private[-_]?key|signature|response_?url/i;

// Names that hold one of the words above and are wanted in a log.
const HARMLESS_NAME = /^(api_?key_?id|key_?id|is_?secret|secret_?at|token_?type)$/i;

// Deeper or longer values are never logged on purpose; the bounds keep one bad value from filling a disk.
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
const MAX_TEXT = 2_000;

/** A copy of a log line's fields in which nothing under a credential's name has survived, at any depth. Never throws. */
export function redact(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  try {
    return copyRecord(fields, 0);
  } catch {
    // A getter of somebody's object threw. The sentence of the line still counts, and logging must not end the work it describes.
    return { fields: '[unreadable]' };
  }
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Secret) return value.toJSON();
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return copyError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (value instanceof Map || value instanceof Set) return `[${value.size} items]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => copy(item, depth + 1));
  return copyRecord(value, depth);
}

function copyRecord(record: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record)
      .slice(0, MAX_ITEMS)
      .map(([name, value]) => [name, isSecretName(name) && isCredential(value) ? '[secret]' : copy(value, depth + 1)]),
  );
}

/** Only what we know to be safe: an HTTP library's error also carries the request with its headers and body. */
function copyError(error: Error, depth: number): Record<string, unknown> {
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: copy(error.cause, depth + 1) };
  return {
    name: error.name,
    ...code,
    message: copy(error.message, depth),
    stack: copy(error.stack ?? '', depth),
    ...cause,
  };
}

const isSecretName = (name: string): boolean => SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);

/** A count or a flag under such a name ("tokens: 12") says nothing. */
const isCredential = (value: unknown): boolean =>
  typeof value !== 'number' && typeof value !== 'boolean' && value !== null;
