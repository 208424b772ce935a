import { Command } from 'commander';
import { policyJsonSchema } from '#policy/json-schema.ts';
import { policyPage } from '#policy/policy-page.ts';
import { print } from '../print.ts';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the JSON Schema of a policy file, for editors; data/policy.schema.json holds it')
    .option('--markdown', 'as the page docs/policy-keys.md instead')
    .option('--part', 'of one file of a folder, in which no section has to stand')
    .action(({ part, markdown }: { part?: boolean; markdown?: boolean }) => {
      if (markdown === true) process.stdout.write(policyPage());
      else print(JSON.stringify(policyJsonSchema(part === true ? 'part' : 'whole'), null, 2));
    });
}
