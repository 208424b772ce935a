import { isAlias, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { digestOf } from '#domain/canonical.ts';
import { buildPolicy } from './build.ts';
import type { Policy } from './policy.ts';
import { openQuestion } from './placeholder.ts';
import { mergeParts } from './merge-parts.ts';
import { type PolicyFile, splitFiles } from './policy-files.ts';
import { placeAt, problemAt, type PolicyProblem, sortProblems } from './problem.ts';
import { remarksOf } from './remarks.ts';
import { reviews } from './review/catalogue.ts';
import { policySchema } from './schema.ts';
import type { Part, Source } from './source.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedPolicy =
  | {
      readonly kind: 'policy';
      readonly policy: Policy;
      /** SHA-256 in hex over the canonical policy: equal for policies that differ only in spelling, comments, order of names
       * or in how they are spread over files. */
      readonly digest: string;
      readonly warnings: readonly PolicyProblem[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly PolicyProblem[] };

// Far more than a company's people and rules need; it bounds what a wrong path in POLICY_FILE can make us read.
const MOST_CHARACTERS = 512 * 1024;

/** Reads a policy. Either all of it is understood, or nothing of it counts and each problem says what to write instead. */
export function parsePolicy(text: string, fileName: string, vocabulary: Vocabulary): ParsedPolicy {
  const isTooLong = text.length > MOST_CHARACTERS;
  const [first, ...more] = isTooLong ? [] : splitFiles(text, fileName).map(readPart);
  const source: Source = [first ?? readPart({ name: fileName, text: '' }), ...more];
  if (isTooLong) return problems([atOffset(source[0], 0, 'This is longer than 512 KiB, so it is hardly a policy.')]);

  const unreadable = source.flatMap((part) => [...yamlProblems(part), ...unclearProblems(part)]);
  if (unreadable.length > 0) return problems(unreadable);

  const merged = mergeParts(source);
  if (merged.problems.length > 0) return problems(merged.problems);
  const shape = policySchema.safeParse(merged.value);
  if (!shape.success) {
    return problems(shape.error.issues.flatMap((issue) => remarksOf(issue)).map((one) => problemAt(source, one)));
  }

  const looks = reviews.map((review) => review.look(shape.data, vocabulary));
  const wrong = looks.flatMap((look) => look.problems).map((one) => problemAt(source, one));
  if (wrong.length > 0) return problems(wrong);
  const policy = buildPolicy(shape.data);
  const warnings = sortProblems(looks.flatMap((look) => look.warnings).map((one) => problemAt(source, one)));
  return { kind: 'policy', policy, digest: digestOf('countersign/policy/v1', policy), warnings };
}

function readPart({ name, text }: PolicyFile): Part {
  const lines = new LineCounter();
  return {
    file: name,
    lines,
    document: parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' }),
  };
}

function problems(found: readonly PolicyProblem[]): ParsedPolicy {
  return { kind: 'problems', problems: sortProblems(found) };
}

const atOffset = (part: Part, offset: number, sentence: string): PolicyProblem => ({
  ...placeAt(part, offset),
  path: '',
  sentence,
});

function yamlProblems(part: Part): readonly PolicyProblem[] {
  const { errors, warnings } = part.document;
  return [...errors, ...warnings].map((error) => atOffset(part, error.pos[0], yamlSentence(error)));
}

function yamlSentence(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'This key stands here twice; keep one.';
  if (error.code === 'TAB_AS_INDENT') return 'Indent with spaces, never with tabs.';
  return `This is not valid YAML: ${error.message.split('\n')[0] ?? ''}`;
}

/** What YAML allows and a policy does not, because a reader must see at each place what counts there; and what is still to fill in. */
function unclearProblems(part: Part): readonly PolicyProblem[] {
  const found: PolicyProblem[] = [];
  const add = (node: { range?: readonly number[] | null | undefined }, sentence: string) =>
    found.push(atOffset(part, node.range?.[0] ?? 0, sentence));
  visit(part.document, (_, node) => {
    if (isPair(node) && isNode(node.key) && !isScalar(node.key)) add(node.key, 'A key is one word.');
    if (isAlias(node)) add(node, `Write it out; *${node.source} only points at it.`);
    if (!isScalar(node) || typeof node.value !== 'string') return;
    if (node.value === '__proto__') add(node, 'Take another name than __proto__.');
    const question = openQuestion(node.value);
    if (question !== null) add(node, `Still to fill in: ${question}.`);
  });
  return found;
}
