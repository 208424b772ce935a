import { Fault } from '#domain/fault.ts';
import { catalogue } from '#operations/catalogue.ts';
import { parsePolicy } from '#policy/parse.ts';
import { formatProblem } from '#policy/problem.ts';
import type { Vocabulary } from '#policy/vocabulary.ts';
import type { WrittenPolicy } from '../house.ts';

/** The operations that a policy may speak of. */
export const vocabulary: Vocabulary = {
  operations: catalogue.map(({ id, family, tier, kind }) => ({ id, family, tier, kind })),
};

export type ReadPolicy =
  | ({ readonly kind: 'policy' } & WrittenPolicy)
  | { readonly kind: 'problems'; readonly lines: readonly string[] };

/** Understands a policy as this program does, or answers every problem as one line. */
export function readPolicy({ text, file }: { readonly text: string; readonly file: string }): ReadPolicy {
  const parsed = parsePolicy(text, file, vocabulary);
  if (parsed.kind === 'problems') return { kind: 'problems', lines: parsed.problems.map(formatProblem) };
  return { kind: 'policy', policy: parsed.policy, digest: parsed.digest, text, file };
}

/** The same for a start, which a file with problems ends. */
export function requirePolicy(file: { readonly text: string; readonly file: string }): WrittenPolicy {
  const read = readPolicy(file);
  if (read.kind === 'policy') return read;
  throw new Fault('config.invalid', ['The policy cannot be used:', ...read.lines].join('\n'));
}
