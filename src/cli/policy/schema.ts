import { Command } from 'commander';
import { policyJsonSchema } from '#policy/json-schema.ts';
import { print } from '../print.ts';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the JSON Schema of a policy file, for editors; data/policy.schema.json holds it')
    .action(() => print(JSON.stringify(policyJsonSchema(), null, 2)));
}
