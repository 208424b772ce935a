import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { flagOf } from '#operations/field.ts';
import type { Operation } from '#operations/operation.ts';
import { columns, print } from '../print.ts';

export function operationsCommand(): Command {
  return new Command('operations')
    .description('List everything that can be asked for in Slack')
    .option('--json', 'as JSON, with the fields of each operation')
    .action((options: { json?: boolean }) => {
      if (options.json === true) print(JSON.stringify(catalogue.map(describe), null, 2));
      else for (const line of listing(catalogue)) print(line);
    });
}

function listing(operations: readonly Operation[]): readonly string[] {
  return columns([
    ['OPERATION', 'TIER', 'WHAT IT DOES'],
    ...operations.map(({ id, tier, summary }) => [id, tier, summary]),
  ]);
}

function describe(operation: Operation): object {
  const { id, kind, tier, title, summary, example, callBudget } = operation;
  const fields = Object.entries(operation.fields).map(([name, field]) => ({
    name,
    flag: `--${flagOf(name)}`,
    kind: field.kind,
    isRequired: field.required,
    label: field.label,
    hint: field.hint,
  }));
  return { id, kind, tier, title, summary, example, callBudget, fields };
}
