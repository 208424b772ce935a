/** A policy as it lies on a disk: one file, or the files of a folder in the order of their names. */
export interface PolicyFile {
  readonly name: string;
  readonly text: string;
}

// No section of a policy is called so, and no policy is written as JSON on one line.
const BEGINS = '{"countersign-policy-files":';

/** One text for all files of a policy, kept with every adopted one. What stands in one file stays as it was written. */
export function joinFiles(files: readonly PolicyFile[]): string {
  const [only] = files;
  if (only !== undefined && files.length === 1) return only.text;
  return `${BEGINS}${JSON.stringify(files.map(({ name, text }) => ({ name, text })))}}`;
}

/** The files again; a text that was not joined is one file of this name. */
export function splitFiles(text: string, name: string): readonly PolicyFile[] {
  if (!text.startsWith(BEGINS)) return [{ name, text }];
  try {
    const files: unknown = JSON.parse(text.slice(BEGINS.length, -1));
    if (Array.isArray(files) && files.length > 0 && files.every(isFile)) return files;
  } catch {
    // Not ours then; as one file it says what is wrong with it.
  }
  return [{ name, text }];
}

function isFile(value: unknown): value is PolicyFile {
  const { name, text } = (value ?? {}) as Partial<Record<keyof PolicyFile, unknown>>;
  return typeof name === 'string' && typeof text === 'string';
}
