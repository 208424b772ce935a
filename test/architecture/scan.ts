/** One import of a file, however it is written. */
export interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
}

/** A source file as the doors see it. */
export interface SourceFile {
  /** From the root of the project: `src/domain/tier.ts`. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the insides of strings, templates and regular expressions blanked out, line by line as long. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export function scan(path: string, text: string): SourceFile {
  return { path, text, code: codeOf(text), imports: importsOf(text) };
}

// A line comment, a block comment, the two plain strings, a template without nesting, a regular expression where one may begin.
const NOT_CODE =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`|(?<=(?:^|[(,=:[!&|?{};>]|\breturn)\s*)\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/gm;

function codeOf(text: string): string {
  return text.replace(NOT_CODE, (found) => found.replace(/[^\n]/g, ' '));
}

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm;
const STATIC = /^(import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)';?/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(text: string): readonly Import[] {
  const bare = text.replace(COMMENTS, '');
  const fixed = [...bare.matchAll(STATIC)].map(([, , type, from = '']) => ({ from, isTypeOnly: type !== undefined }));
  const dynamic = [...bare.matchAll(DYNAMIC)].map(([, from = '']) => ({ from, isTypeOnly: false }));
  return [...fixed, ...dynamic];
}
