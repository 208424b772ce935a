import type { z } from 'zod';
import { type Path, type Remark, remark } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Each thing zod found as remarks of ours: one for every unknown key, and for a choice of shapes the shape that was most likely meant. */
export function remarksOf(issue: Issue, above: Path = []): readonly Remark[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code === 'unrecognized_keys') {
    const sentences = issue.message.split('\n');
    return issue.keys.map((key, i) => remark([...path, key], sentences[i] ?? issue.message, 'key'));
  }
  if (issue.code === 'invalid_key') return issue.issues.slice(0, 1).map((inner) => remark(path, inner.message, 'key'));
  const meant = issue.code === 'invalid_union' ? meantShape(issue.errors) : null;
  return meant === null ? [remark(path, issue.message)] : meant.flatMap((inner) => remarksOf(inner, path));
}

/** The shape whose complaints lie inside the value, else the one that at least accepted its type. */
function meantShape(shapes: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const isInside = (issue: Issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys';
  const isOfItsType = (issue: Issue) => issue.code !== 'invalid_type' && issue.code !== 'invalid_union';
  return shapes.find((issues) => issues.some(isInside)) ?? shapes.find((issues) => issues.every(isOfItsType)) ?? null;
}
