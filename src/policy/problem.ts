import type { Document, LineCounter } from 'yaml';
import { placeOf } from './place.ts';

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
}

export function remark(path: Path, sentence: string, at: Remark['at'] = 'value'): Remark {
  return { path, sentence, at };
}

export interface Source {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

export function problemAt(source: Source, { path, sentence, at }: Remark): PolicyProblem {
  const { line, col } = source.lines.linePos(placeOf(source.document, path, at));
  return { file: source.file, line: Math.max(1, line), column: Math.max(1, col), path: pathText(path), sentence };
}

/** In reading order, each once. */
export function sortProblems(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const once = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...once.values()].toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** `policy.yml:12:5 rules[0].requesters: Did you mean approvers?` */
export function formatProblem(problem: PolicyProblem): string {
  const path = problem.path === '' ? '' : ` ${problem.path}`;
  return `${problem.file}:${problem.line}:${problem.column}${path}: ${problem.sentence}`;
}

function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${step}`)).join('');
}
