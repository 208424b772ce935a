import { oneLine } from '#domain/printable.ts';
import { scrub } from '#domain/raw-key.ts';
import type { Secret } from '#domain/secret.ts';

const CUT = '[secret]';

/** The text without the given secrets and without anything that has the shape of a credential. */
export function cutKeys(text: string, secrets: readonly Secret[]): string {
  return scrub(
    secrets.reduce((rest, secret) => (secret.reveal() === '' ? rest : rest.replaceAll(secret.reveal(), CUT)), text),
  );
}

/** For what comes from below, such as an error's message: also without credentials of headers and URLs. E-mail addresses stay. */
export function redact(text: string, secrets: readonly Secret[]): string {
  return cutKeys(text, secrets)
    .replace(/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/g, `$1 ${CUT}`)
    .replace(/:\/\/[^/\s@]+@/g, `://${CUT}@`);
}

// Longer sentences of the vendor are lists of what it would have accepted.
const LONGEST_LINE = 300;

/** As `redact`, for a person to read: one printable line. */
export function redactedLine(text: string, secrets: readonly Secret[]): string {
  return oneLine(redact(text, secrets), LONGEST_LINE);
}
