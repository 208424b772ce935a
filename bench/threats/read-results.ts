import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import type { TestResult } from './trace.ts';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/** Results of a run with vitest’s JSON reporter. What was left out by a filter is no result. */
export function readResults(file: string, root: string): readonly TestResult[] {
  return report.parse(JSON.parse(readFileSync(file, 'utf8'))).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'skipped' && status !== 'pending')
      .map(({ ancestorTitles, title, status }) => ({
        titles: [...ancestorTitles.filter((one) => one !== ''), title],
        file: relative(root, name),
        passed: status === 'passed',
      })),
  );
}
