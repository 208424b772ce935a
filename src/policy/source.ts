import { type Document, isMap, isScalar, isSeq, type LineCounter } from 'yaml';

type Path = readonly (string | number)[];

/** One file of a policy, as YAML. */
export interface Part {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** The files of a policy, in the order of their names; most have one. */
export type Source = readonly [Part, ...Part[]];

/** Sections of which each file of a folder may hold some names, and those of which each may hold some items. */
export const sectionsByName: readonly string[] = ['people', 'groups', 'calendars'];
export const sectionsByOrder: readonly string[] = ['rules', 'protected'];

/** The file in which a value of the whole policy stands, and its path there. What stands nowhere belongs to the first file. */
export function locate(source: Source, path: Path): { readonly part: Part; readonly path: Path } {
  const [section, entry, ...rest] = path;
  const [first] = source;
  const holding = source.filter((part) => sectionOf(part, section) !== undefined);
  const inFirst = { part: holding[0] ?? first, path };
  if (source.length === 1 || entry === undefined) return inFirst;
  if (sectionsByName.includes(String(section))) {
    return { part: holding.find((part) => holds(sectionOf(part, section), entry)) ?? inFirst.part, path };
  }
  if (!sectionsByOrder.includes(String(section)) || typeof entry !== 'number') return inFirst;
  let index = entry;
  for (const part of holding) {
    const length = lengthOf(sectionOf(part, section));
    if (index < length) return { part, path: [section ?? '', index, ...rest] };
    index -= length;
  }
  return inFirst;
}

/** The value of a section in one file; undefined where the file does not hold it. */
export function sectionOf({ document: { contents } }: Part, name: Path[number] | undefined): unknown {
  return isMap(contents) ? contents.items.find(({ key }) => isNamed(key, name))?.value : undefined;
}

const isNamed = (key: unknown, name: Path[number] | undefined): boolean =>
  isScalar(key) && String(key.value) === String(name);

const holds = (node: unknown, name: Path[number]): boolean =>
  isMap(node) && node.items.some(({ key }) => isNamed(key, name));

const lengthOf = (node: unknown): number => (isSeq(node) ? node.items.length : 0);
