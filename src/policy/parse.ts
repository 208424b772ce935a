import { isAlias, isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { digestOf } from '#domain/canonical.ts';
import { buildPolicy } from './build.ts';
import type { Policy } from './policy.ts';
import { openQuestion } from './placeholder.ts';
import { problemAt, type PolicyProblem, type Source, sortProblems } from './problem.ts';
import { remarksOf } from './remarks.ts';
import { reviews } from './review/catalogue.ts';
import { policySchema } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ParsedPolicy =
  | {
      readonly kind: 'policy';
      readonly policy: Policy;
      /** SHA-256 in hex over the canonical policy: equal for files that differ only in spelling, comments or order of names. */
      readonly digest: string;
      readonly warnings: readonly PolicyProblem[];
    }
  | { readonly kind: 'problems'; readonly problems: readonly PolicyProblem[] };

// Far more than a company's people and rules need; it bounds what a wrong path in POLICY_FILE can make us read.
const MOST_CHARACTERS = 512 * 1024;

/** Reads a policy file. Either all of it is understood, or nothing of it counts and each problem says what to write instead. */
export function parsePolicy(text: string, fileName: string, vocabulary: Vocabulary): ParsedPolicy {
  const lines = new LineCounter();
  const isTooLong = text.length > MOST_CHARACTERS;
  const document = parseDocument(isTooLong ? '' : text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const source: Source = { file: fileName, document, lines };
  if (isTooLong) return problems([atOffset(source, 0, 'This is longer than 512 KiB, so it is hardly a policy.')]);

  const unreadable = [...yamlProblems(source), ...unclearProblems(source)];
  if (unreadable.length > 0) return problems(unreadable);

  const shape = policySchema.safeParse(document.toJS());
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

function problems(found: readonly PolicyProblem[]): ParsedPolicy {
  return { kind: 'problems', problems: sortProblems(found) };
}

function atOffset({ file, lines }: Source, offset: number, sentence: string): PolicyProblem {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col), path: '', sentence };
}

function yamlProblems(source: Source): readonly PolicyProblem[] {
  const { errors, warnings } = source.document;
  return [...errors, ...warnings].map((error) => atOffset(source, error.pos[0], yamlSentence(error)));
}

function yamlSentence(error: YAMLError): string {
  if (error.code === 'DUPLICATE_KEY') return 'This key stands here twice; keep one.';
  if (error.code === 'TAB_AS_INDENT') return 'Indent with spaces, never with tabs.';
  return `This is not valid YAML: ${error.message.split('\n')[0] ?? ''}`;
}

/** What YAML allows and a policy does not, because a reader must see at each place what counts there; and what is still to fill in. */
function unclearProblems(source: Source): readonly PolicyProblem[] {
  const found: PolicyProblem[] = [];
  const add = (node: { range?: readonly number[] | null | undefined }, sentence: string) =>
    found.push(atOffset(source, node.range?.[0] ?? 0, sentence));
  visit(source.document, (_, node) => {
    if (isPair(node) && isNode(node.key) && !isScalar(node.key)) add(node.key, 'A key is one word.');
    if (isAlias(node)) add(node, `Write it out; *${node.source} only points at it.`);
    if (!isScalar(node) || typeof node.value !== 'string') return;
    if (node.value === '__proto__') add(node, 'Take another name than __proto__.');
    const question = openQuestion(node.value);
    if (question !== null) add(node, `Still to fill in: ${question}.`);
  });
  return found;
}
