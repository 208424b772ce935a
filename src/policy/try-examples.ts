import { parseDocument } from 'yaml';
import type { Instant } from '#domain/instant.ts';
import { answerOf, isAsExpected } from './answer.ts';
import { evaluate } from './evaluate.ts';
import { type Asked, askedSchema, type Example, type Examples, examplesSchema, factsOfExample } from './examples.ts';
import type { Policy } from './policy.ts';
import { remarksOf } from './remarks.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedExamples =
  | { readonly kind: 'examples'; readonly examples: Examples }
  | { readonly kind: 'problems'; readonly lines: readonly string[] };

export function parseExamples(text: string, file: string): ParsedExamples {
  const document = parseDocument(text, { version: '1.2' });
  const [wrong] = document.errors;
  if (wrong !== undefined) return { kind: 'problems', lines: [`${file}: ${wrong.message.split('\n')[0] ?? ''}`] };
  const shape = examplesSchema.safeParse(document.toJS());
  if (shape.success) return { kind: 'examples', examples: shape.data };
  const remarks = shape.error.issues.flatMap((issue) => remarksOf(issue));
  return { kind: 'problems', lines: remarks.map(({ path, sentence }) => `${file} ${path.join('.')}: ${sentence}`) };
}

export interface Tried {
  readonly example: Example;
  readonly answer: string;
  readonly isRight: boolean;
}

/** What the policy answers to each example. */
export function tryExamples(
  given: { readonly policy: Policy; readonly vocabulary: Vocabulary; readonly now: Instant },
  { members, examples }: Examples,
): readonly Tried[] {
  return examples.map((example) => {
    const facts = factsOfExample({ ...given, members }, example);
    const answer = facts === null ? 'there is no such operation' : answerOf(evaluate(given.policy, facts));
    return { example, answer, isRight: isAsExpected(answer, example.expect) };
  });
}

export type ParsedAsked =
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'problems'; readonly lines: readonly string[] };

/** One request as flags say it. */
export function parseAsked(given: object): ParsedAsked {
  const shape = askedSchema.safeParse(given);
  if (shape.success) return { kind: 'asked', asked: shape.data };
  const remarks = shape.error.issues.flatMap((issue) => remarksOf(issue));
  return {
    kind: 'problems',
    lines: remarks.map(({ path, sentence }) => `--${path.join('.').replaceAll('_', '-')}: ${sentence}`),
  };
}
