import { Command } from 'commander';
import { checkCommand } from '../policy/check.ts';
import { diffCommand } from '../policy/diff.ts';
import { explainCommand } from '../policy/explain.ts';
import { schemaCommand } from '../policy/schema.ts';
import { testCommand } from '../policy/test.ts';

export function policyCommand(): Command {
  const policy = new Command('policy').description('Try a policy before anybody has to live with it');
  policy.addCommand(checkCommand());
  policy.addCommand(explainCommand());
  policy.addCommand(testCommand());
  policy.addCommand(diffCommand());
  policy.addCommand(schemaCommand());
  return policy;
}
