import { canonicalJson, sha256 } from '#domain/canonical.ts';
import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';
import { oneLine } from '#domain/printable.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';

// Members that only a private or a secret key has (RFC 7518 §6.2.2, §6.3.2, §6.4.1; RFC 8037 §2 shares `d`).
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

function keysIn(jwks: JsonObject): readonly JsonObject[] | null {
  const { keys } = jwks;
  if (!Array.isArray(keys) || keys.length === 0) return null;
  const objects = (keys as readonly Json[]).filter(isJsonObject);
  return objects.length === keys.length ? objects : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A set of public keys as people paste it. A private key is refused, whatever else the text holds. */
export function readJwks(text: string): JsonObject | Refusal {
  const jwks = parse(text);
  const keys = isJsonObject(jwks) ? keysIn(jwks) : null;
  if (!isJsonObject(jwks) || keys === null) {
    return refuse('workload-identity.keys', {
      what: 'These are not the keys of an issuer.',
      rule: 'Uploaded keys are a JSON object with a list called “keys”, as the issuer publishes it (JWKS).',
    });
  }
  if (keys.some((key) => PRIVATE.some((member) => Object.hasOwn(key, member)))) {
    return refuse('workload-identity.private-keys', {
      what: 'One of these keys is private.',
      rule: 'OpenAI needs the public keys only. Whoever has a private one can sign in as anybody the provider vouches for.',
      whoCan: 'You: replace that key at the issuer, because it has been pasted here, and upload the public keys.',
    });
  }
  return jwks;
}

/** Two sets of keys under the same ids are told apart by the fingerprint. */
export function sayJwks(jwks: JsonObject): string {
  const ids = (keysIn(jwks) ?? []).map(({ kid }) => (typeof kid === 'string' ? oneLine(kid, 40) : 'without id'));
  const fingerprint = sha256(canonicalJson(jwks)).toString('hex').slice(0, 16);
  return `uploaded keys ${oneLine(ids.join(', '), 100)} (fingerprint ${fingerprint})`;
}

/** As people would paste it again; null where it would be refused. */
export function writeJwks(jwks: JsonObject): string | null {
  const text = canonicalJson(jwks);
  return isRefusal(readJwks(text)) ? null : text;
}
