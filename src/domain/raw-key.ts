/**
 * Shapes of credentials that people paste by accident: OpenAI keys (`sk-…`), Slack tokens (`xox?-…`, `xapp-…`), PEM private keys and age
 * identities. Deliberately wide: a false alarm costs one retyped sentence, a miss costs a leaked key.
 */
const SHAPES: readonly RegExp[] = [
  // Only a letter before it makes `sk-` the end of a word (`task-…`); a digit or underscore is what a key was pasted behind.
  /(?<![A-Za-z])sk-[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z])xox[abceprs]-[A-Za-z0-9-]{8,}/g,
  /(?<![A-Za-z])xapp-[A-Za-z0-9-]{8,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{10,}/g,
];

export function holdsRawKey(text: string): boolean {
  return SHAPES.some((shape) => text.search(shape) >= 0);
}

/** The text with every credential cut out. Idempotent; used as the last sieve before anything is written down. */
export function scrub(text: string): string {
  const rest = SHAPES.reduce((left, shape) => left.replace(shape, '[secret]'), text);
  // What stood right behind a credential may only now begin like one. Every cut shortens the text, so this ends.
  return rest === text ? rest : scrub(rest);
}
