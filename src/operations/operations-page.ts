import { durationWord } from '#domain/duration.ts';
import { formatCents } from '#domain/money.ts';
import { type Field, flagOf } from './field.ts';
import type { Operation } from './operation.ts';

const INTRODUCTION = `# Operations

Everything that can be asked for, family by family. This page is made from the declarations
(\`npm run -s countersign -- operations --markdown\`); a test holds it to them. Each is typed as \`/openai <family> <verb> [target]
[--flag value …]\`, filled in as a form when something is missing, and shown before it is sent. Changes need a reason and a second
person; the tier says how many by default (routine and destructive 1, critical 2).
`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What is typed for a field. */
export function takes(field: Field): string {
  switch (field.kind) {
    case 'duration':
      return `${durationWord(field.minMs)} to ${durationWord(field.maxMs)}`;
    case 'money':
      return `${formatCents(field.minCents)} to ${formatCents(field.maxCents)}`;
    case 'count':
      return `${field.min} to ${field.max} ${field.unit}`;
    case 'choice':
      return field.options.map((option) => option.value).join(', ');
    case 'words':
      return field.allowed === null ? 'words, separated by commas' : field.allowed.join(', ');
    case 'thing':
      return `a ${field.noun}, by name or id`;
    case 'user':
      return 'a person, by e-mail, name, id or mention';
    case 'flag':
      return 'nothing: given or not';
    case 'text':
    case 'paragraph':
      return `text, up to ${field.max} characters`;
    case 'project':
    case 'key':
    case 'request':
      return `a ${field.kind}, by name or id`;
  }
}

export const ordinals = ['first', 'second', 'third'] as const;

function fieldRows(operation: Operation): readonly string[] {
  return Object.entries(operation.fields).map(([name, field]) => {
    const place = operation.bare.indexOf(name);
    const typed = place < 0 ? `\`--${flagOf(name)}\`` : `\`${flagOf(name)}\` (${ordinals[place] ?? 'last'} word)`;
    return `| ${typed} | ${cell(takes(field))} | ${field.required ? 'yes' : 'no'} | ${cell(field.hint)} |`;
  });
}

function section(operation: Operation): string {
  const alias = operation.alias === null ? '' : ` (short: \`/openai ${operation.alias}\`)`;
  const rows = fieldRows(operation);
  const table = rows.length === 0 ? [] : ['| flag | takes | required | |', '| --- | --- | --- | --- |', ...rows, ''];
  return [
    `### ${operation.id}`,
    '',
    `${operation.summary}${alias} *${operation.tier}*`,
    '',
    '```',
    operation.example,
    '```',
    '',
    ...table,
  ].join('\n');
}

/** The page `docs/operations.md`, whole. */
export function operationsPage(catalogue: readonly Operation[]): string {
  const families = [...new Set(catalogue.map((operation) => operation.family))];
  const parts = families.map((family) => {
    const own = catalogue.filter((operation) => operation.family === family);
    return [`## ${family}`, '', ...own.map(section)].join('\n');
  });
  return `${[INTRODUCTION, ...parts].join('\n').trimEnd()}\n`;
}
