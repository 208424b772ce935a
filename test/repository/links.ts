import { dirname, join, normalize } from 'node:path/posix';

export interface Link {
  readonly from: string;
  /** From the root of the repository. */
  readonly to: string;
  /** Of a heading in that file, or null. */
  readonly anchor: string | null;
}

const FENCES = /^```[\s\S]*?^```/gm;
const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;

/** Links of a Markdown page to files of the repository; links to the web are not followed. */
export function linksOf(path: string, text: string): readonly Link[] {
  return [...text.replace(FENCES, '').matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [file = '', anchor] = target.split('#');
      return { from: path, to: file === '' ? path : normalize(join(dirname(path), file)), anchor: anchor ?? null };
    });
}

/** Anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(text: string): readonly string[] {
  return [...text.replace(FENCES, '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
