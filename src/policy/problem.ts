import { placeOf } from './place.ts';
import { locate, type Part, type Source } from './source.ts';

/** Something in a policy file that a person has to look at; line and column count from 1. `sentence` says the fix. */
export interface PolicyProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `rules[0].requesters`; empty for the file as a whole. */
  readonly path: string;
  readonly sentence: string;
}

export type Path = readonly (string | number)[];

/** A remark about a value of the file, before it is known where that stands. */
export interface Remark {
  readonly path: Path;
  readonly sentence: string;
  /** Which side of `key: value` is wrong. */
  readonly at: 'key' | 'value';
  /** Where the other one of two stands that do not go together. */
  readonly other?: Path;
}

export function remark(path: Path, sentence: string, at: Remark['at'] = 'value'): Remark {
  return { path, sentence, at };
}

export type Place = Pick<PolicyProblem, 'file' | 'line' | 'column'>;

/** Where a value of one file stands. */
export function placeIn({ file, document, lines }: Part, path: Path, at: Remark['at']): Place {
  return placeAt({ file, lines }, placeOf(document, path, at));
}

export function placeAt({ file, lines }: Pick<Part, 'file' | 'lines'>, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(1, line), column: Math.max(1, col) };
}

/** A problem of one file, at the key. */
export function problemIn(part: Part, path: Path, sentence: string): PolicyProblem {
  return { ...placeIn(part, path, 'key'), path: pathText(path), sentence };
}

export function problemAt(source: Source, { path, sentence, at, other }: Remark): PolicyProblem {
  const here = locate(source, path);
  const there = other === undefined ? null : locate(source, other);
  const twin = there === null ? '' : ` It stands at ${placeText(placeIn(there.part, there.path, at))}.`;
  return { ...placeIn(here.part, here.path, at), path: pathText(here.path), sentence: `${sentence}${twin}` };
}

/** In reading order, each once. */
export function sortProblems(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...once.values()].toSorted(
    (one, other) => byName(one.file, other.file) || one.line - other.line || one.column - other.column,
  );
}

/** The order in which a folder's files are read. */
const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** `policy.yml:12:5` */
export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** `policy.yml:12:5 rules[0].requesters: Did you mean approvers?` */
export function formatProblem(problem: PolicyProblem): string {
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  return `${placeText(problem)}${path}: ${problem.sentence}`;
}

function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`)).join('');
}
