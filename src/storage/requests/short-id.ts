import type { RequestId } from '#domain/ids.ts';

const SHORT_ID_LENGTH = 8;

/** The end of an id that people see, see `shortRequestId`. */
export const shortIdOf = (id: RequestId): string => id.slice(-SHORT_ID_LENGTH);

// The letters that Crockford's base32 leaves out, as people read them back.
const MISREAD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The end of a request's id as people type it: `R-7F3K9QXY`, in any case, with or without the `R-`, and longer if they copied more. Null for
 * what is too short to mean one request.
 */
export function parseShortId(typed: string): { readonly suffix: string; readonly shortId: string } | null {
  const suffix = typed
    .trim()
    .toUpperCase()
    .replace(/^R-?(?=.{8})/, '')
    .replace(/[OIL]/g, (letter) => MISREAD[letter] ?? letter);
  if (suffix.length < SHORT_ID_LENGTH || !/^[0-9A-HJKMNP-TV-Z]{1,26}$/.test(suffix)) return null;
  return { suffix, shortId: suffix.slice(-SHORT_ID_LENGTH) };
}
