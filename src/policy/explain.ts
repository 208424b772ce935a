import type { Reason } from './verdict.ts';

/** The tree behind a verdict as lines to print, one step of indentation a level. */
export function explain(reason: Reason, indent = ''): readonly string[] {
  return [
    `${indent}${reason.met ? '✓' : '✗'} ${reason.sentence}`,
    ...reason.because.flatMap((one) => explain(one, `${indent}  `)),
  ];
}
