import { isJsonObject, type Json, type JsonObject, valueAt } from '#domain/json.ts';
import { Secret } from '#domain/secret.ts';
import { cutKeys } from './redact.ts';

/** The body of an answer after everything secret was cut out of it. */
export type Body =
  | { readonly kind: 'json'; readonly value: JsonObject }
  | { readonly kind: 'unreadable'; readonly why: 'empty' | 'not JSON' | 'not an object' | 'nested too deep' };

export interface Answer {
  readonly body: Body;
  readonly secrets: readonly Secret[];
}

// The deepest documented object (an audit-log event) has seven levels. Thousands would end the stack of whoever walks through them.
const DEEPEST = 40;

interface Opening {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly secretAt: readonly string[] | null;
  /** Ours: the admin key, which no answer should repeat. */
  readonly known: readonly Secret[];
}

/**
 * Opens an answer. The secret at `secretAt` is taken out here, before anybody else sees the answer; whatever else looks like a key is
 * cut too. What went wrong is said without the parser's own message, because that quotes the text.
 */
export function openAnswer({ bytes, contentType, secretAt, known }: Opening): Answer {
  const parsed = parse(bytes, contentType);
  if (parsed.kind === 'unreadable') return { body: parsed, secrets: [] };
  const found = secretAt === null ? null : valueAt(parsed.value, secretAt);
  const secrets = typeof found === 'string' && found !== '' ? [new Secret(found)] : [];
  const value = cleanObject(parsed.value, [...secrets, ...known]);
  return { body: { kind: 'json', value }, secrets };
}

function parse(bytes: Buffer, contentType: string): Body {
  if (bytes.length === 0) return { kind: 'unreadable', why: 'empty' };
  // A gateway's page is no answer of the vendor, even where it happens to parse.
  if (!/^application\/([a-z.-]+\+)?json\b/i.test(contentType)) return { kind: 'unreadable', why: 'not JSON' };
  let value: unknown;
  try {
    // Fatal, because a replacement character inside an id would make it another id.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { kind: 'unreadable', why: 'not JSON' };
  }
  if (!isJsonObject(value)) return { kind: 'unreadable', why: 'not an object' };
  return fitsIn(value, DEEPEST) ? { kind: 'json', value } : { kind: 'unreadable', why: 'nested too deep' };
}

/** Walks no deeper than it may, so that it cannot be the victim of what it looks for. */
function fitsIn(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((item: Json) => fitsIn(item, levels - 1));
}

function cleanObject(value: JsonObject, secrets: readonly Secret[]): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isMask(name, item) ? item : clean(item, secrets)]),
  );
}

function clean(value: Json, secrets: readonly Secret[]): Json {
  if (typeof value === 'string') return cutKeys(value, secrets);
  if (Array.isArray(value)) return value.map((item: Json) => clean(item, secrets));
  return isJsonObject(value) ? cleanObject(value, secrets) : value;
}

/** The masked form of a key is made to be shown, and people find a key by it. */
function isMask(name: string, value: Json): boolean {
  return name === 'redacted_value' && typeof value === 'string' && /\*|\.\.|…/.test(value);
}
