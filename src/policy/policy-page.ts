import { whenConditions } from './conditions/catalogue.ts';
import { type PolicyKey, policyKeys } from './policy-keys.ts';

const intro = `# Every key of the policy

What may stand in a policy file, as its shape declares it; [Writing the policy](policy.md) explains it by what you want to do. Editors show the same beside
each key if the file begins with \`# yaml-language-server: $schema=policy.schema.json\`.

\`<name>\` is a name of your choice, \`[]\` stands for each item of a list. \`npm run -s countersign -- policy schema --markdown > docs/policy-keys.md\`
writes this page.
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const sectionOf = (path: string): string => path.split(/[.[]/)[0] ?? path;

const keyTable = (keys: readonly PolicyKey[]): string =>
  table(
    ['key', 'what it says'],
    keys.map(({ path, about }) => [`\`${path}\``, about]),
  );

/** The page docs/policy-keys.md: one table for each section, and one of all conditions with what may stand there. */
export function policyPage(): string {
  const keys = policyKeys().filter(({ path }) => !path.startsWith('rules[].when.'));
  const sections = [...Map.groupBy(keys, ({ path }) => sectionOf(path))];
  const alone = sections.flatMap(([, [key, ...others]]) => (key !== undefined && others.length === 0 ? [key] : []));
  const conditions = table(
    ['condition', 'the rule fits only if', 'such as'],
    whenConditions.map(({ key, about, example }) => [`\`${key}\``, about, `\`${key}: ${example}\``]),
  );
  return [
    intro,
    `## What stands alone\n\n${keyTable(alone)}\n`,
    ...sections.flatMap(([name, own]) => (own.length === 1 ? [] : [`## ${name}\n\n${keyTable(own)}\n`])),
    `## Conditions: rules[].when\n\nAll of them have to be met. One that cannot be told lets no rule permit, and holds for one that denies.\n\n${conditions}\n`,
  ].join('\n');
}
