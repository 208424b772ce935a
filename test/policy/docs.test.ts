import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseDuration } from '#domain/duration.ts';
import { personId } from '#domain/ids.ts';
import { askedSentence } from '#policy/consent.ts';
import { evaluate } from '#policy/evaluate.ts';
import { slackIdsOf } from '#policy/people.ts';
import type { Policy } from '#policy/policy.ts';
import { factsOf, policyIn, warningsIn } from './fixture.ts';

const page = readFileSync(new URL('../../docs/policy.md', import.meta.url), 'utf8');

const WARNING = 'warning: ';

interface Example {
  readonly heading: string;
  readonly text: string;
  readonly claims: readonly string[];
}

/** Each YAML block laid over the page's complete policy, with the claims of the block that follows it. */
function examples(): readonly Example[] {
  const found: Example[] = [];
  let base: object | null = null;
  for (const section of page.split(/^## /m).slice(1)) {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(section)?.[1];
    if (yaml === undefined) continue;
    base ??= parse(yaml) as object;
    const claims = /```text\n([\s\S]*?)```/.exec(section)?.[1]?.trim().split('\n') ?? [];
    found.push({
      heading: section.split('\n')[0] ?? '',
      text: stringify({ ...base, ...(parse(yaml) as object) }),
      claims,
    });
  }
  return found;
}

/** `erin keys.issue in search-dev for 7d with api.all -> …`, answered by the policy. */
function answer(policy: Policy, claim: string): string {
  const read = /^(\w+) ([\w.]+) in ([\w-]+)(?: for (\w+))?(?: with (\S+))? -> /.exec(claim);
  if (read === null) throw new Error(`Not a claim: ${claim}`);
  const [, who = '', operation = '', project = '', lifetime, scope] = read;
  const by = slackIdsOf(policy, personId(who))[0] ?? '';
  const lifetimeMs = lifetime === undefined ? null : parseDuration(lifetime);
  const bounds = { lifetimeMs, scopes: scope === undefined ? [] : [scope] };
  const verdict = evaluate(policy, factsOf({ policy, by, operation, project, bounds }));
  if (verdict.kind === 'deny') return verdict.refusal.code;
  const asked = askedSentence(verdict.requirements, verdict.manner) || 'yes';
  return verdict.mode === 'on' ? asked : `${asked}, ${verdict.mode}`;
}

describe('the examples in docs/policy.md', () => {
  test('are all found', () => {
    expect(examples().length).toBe((page.match(/```yaml/g) ?? []).length);
    const claims = examples().flatMap(({ claims }) => claims);
    expect(claims.filter((claim) => claim.includes(' -> ')).length).toBe((page.match(/ -> /g) ?? []).length);
  });

  test.each(examples())('$heading: parses, with the warnings it shows', ({ text, claims }) => {
    const shown = claims.filter((claim) => claim.startsWith(WARNING)).map((claim) => claim.slice(WARNING.length));
    expect(warningsIn(text).map((line) => line.replace(/^\S+ \S+: /, ''))).toEqual(shown);
  });

  const verdicts = examples().flatMap(({ text, claims }) => claims.map((claim) => ({ text, claim })));
  test.each(verdicts.filter(({ claim }) => !claim.startsWith(WARNING)))('$claim', ({ text, claim }) => {
    expect(`${claim.split(' -> ')[0] ?? ''} -> ${answer(policyIn(text), claim)}`).toBe(claim);
  });
});
