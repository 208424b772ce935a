import { readFileSync } from 'node:fs';
import { catalogue } from '#operations/catalogue.ts';
import { parsePolicy } from '#policy/parse.ts';
import type { ActivePolicy } from '#workflow/house.ts';

const TEXT = readFileSync(new URL('small-policy.yml', import.meta.url), 'utf8');

/** Some text of the policy, and what stands there instead. */
export type PolicyChange = readonly [was: string, is: string];

/** The policy of the small house, or that policy with some of its text replaced. A replacement that finds nothing is a mistake of the test. */
export function smallPolicy(...changes: readonly PolicyChange[]): ActivePolicy {
  let text = TEXT;
  for (const [was, is] of changes) {
    if (!text.includes(was)) throw new Error(`The small policy does not say ${JSON.stringify(was)}`);
    text = text.replaceAll(was, is);
  }
  const parsed = parsePolicy(text, 'small-policy.yml', { operations: catalogue });
  if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
  return { policy: parsed.policy, digest: parsed.digest };
}
