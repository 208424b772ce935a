import { isMap, isScalar, isSeq } from 'yaml';
import { placeIn, placeText, type PolicyProblem, problemIn } from './problem.ts';
import { type Part, sectionOf, sectionsByName, sectionsByOrder, type Source } from './source.ts';

interface Merged {
  readonly value: unknown;
  readonly problems: readonly PolicyProblem[];
}

/** What the files of a policy say together. What stands in two of them is refused: none is right because of the name of its file. */
export function mergeParts(source: Source): Merged {
  const [only] = source;
  if (source.length === 1) return { value: only.document.toJS() as unknown, problems: [] };
  const problems = source.flatMap((part) => shapeProblems(part));
  if (problems.length > 0) return { value: null, problems };
  const sections = [...new Set(source.flatMap((part) => Object.keys(valueOf(part))))];
  const merged = sections.map((name) => mergeSection(source, name));
  return {
    value: Object.fromEntries(sections.map((name, i) => [name, merged[i]?.value])),
    problems: merged.flatMap((one) => one.problems),
  };
}

const valueOf = (part: Part): Readonly<Record<string, unknown>> =>
  (part.document.toJS() ?? {}) as Readonly<Record<string, unknown>>;

function shapeProblems(part: Part): readonly PolicyProblem[] {
  const { contents } = part.document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return [];
  if (!isMap(contents)) return [problemIn(part, [], 'Write sections of the policy here, such as rules.')];
  const wrong = (sections: readonly string[], isRight: (node: unknown) => boolean, sentence: string) =>
    sections
      .map((name) => [name, sectionOf(part, name)] as const)
      .filter(([, node]) => !isEmpty(node) && !isRight(node))
      .map(([name]) => problemIn(part, [name], sentence));
  return [
    ...wrong(sectionsByName, isMap, 'Write names here, each with what it is.'),
    ...wrong(sectionsByOrder, isSeq, 'Write a list here.'),
  ];
}

const isEmpty = (node: unknown): boolean =>
  node === undefined || node === null || (isScalar(node) && node.value === null);

function mergeSection(source: Source, name: string): Merged {
  const holding = source.filter((part) => !isEmpty(sectionOf(part, name)));
  const values = holding.map((part) => valueOf(part)[name]);
  if (sectionsByOrder.includes(name)) return { value: values.flat(), problems: [] };
  if (!sectionsByName.includes(name)) {
    const twice = holding.slice(1).map((part) => twiceProblem(holding[0] ?? part, part, [name]));
    return { value: values[0], problems: twice };
  }
  const seen = new Map<string, Part>();
  const problems: PolicyProblem[] = [];
  for (const [i, part] of holding.entries()) {
    for (const entry of Object.keys(values[i] as object)) {
      const before = seen.get(entry);
      if (before === undefined) seen.set(entry, part);
      else problems.push(twiceProblem(before, part, [name, entry]));
    }
  }
  return { value: Object.assign({}, ...values) as unknown, problems };
}

function twiceProblem(before: Part, part: Part, path: readonly string[]): PolicyProblem {
  const other = placeText(placeIn(before, path, 'key'));
  return problemIn(part, path, `This stands at ${other} too; keep one.`);
}
