import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { flagOf } from '#operations/field.ts';
import type { Operation } from '#operations/operation.ts';
import { operationsPage } from '#operations/operations-page.ts';
import { columns, print } from '../print.ts';

export function operationsCommand(): Command {
  return new Command('operations')
    .description('List everything that can be asked for in Slack')
    .option('--json', 'as JSON, with the fields and endpoints of each operation')
    .option('--markdown', 'as the page docs/operations.md')
    .action((options: { json?: boolean; markdown?: boolean }) => {
      if (options.json === true) print(JSON.stringify(listed(), null, 2));
      else if (options.markdown === true) process.stdout.write(operationsPage(catalogue));
      else for (const line of listing(catalogue)) print(line);
    });
}

function listing(operations: readonly Operation[]): readonly string[] {
  return columns([
    ['OPERATION', 'TIER', 'WHAT IT DOES'],
    ...operations.map(({ id, tier, summary }) => [id, tier, summary]),
  ]);
}

/** Endpoints by operation id, as the ledger data/endpoints.csv books them. No cell that is read here holds a comma. */
function ledger(): ReadonlyMap<string, readonly string[]> {
  const text = readFileSync(new URL('../../../data/endpoints.csv', import.meta.url), 'utf8');
  const used = new Map<string, string[]>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [method = '', path = '', , operations = ''] = line.split(',');
    for (const id of operations.split('|')) used.set(id, [...(used.get(id) ?? []), `${method} ${path}`]);
  }
  return used;
}

function listed(): readonly object[] {
  const used = ledger();
  return catalogue.map((operation) => ({ ...describe(operation), endpoints: used.get(operation.id) ?? [] }));
}

function describe(operation: Operation): object {
  const { id, family, kind, tier, title, summary, example, alias, callBudget } = operation;
  const fields = Object.entries(operation.fields).map(([name, field]) => ({
    name,
    flag: `--${flagOf(name)}`,
    kind: field.kind,
    isRequired: field.required,
    label: field.label,
    hint: field.hint,
  }));
  return { id, family, kind, tier, title, summary, example, alias, callBudget, fields };
}
