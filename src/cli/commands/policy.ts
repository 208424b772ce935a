import { Command } from 'commander';
import { diffCommand } from '../policy/diff.ts';

export function policyCommand(): Command {
  const policy = new Command('policy').description('Try a policy before anybody has to live with it');
  policy.addCommand(diffCommand());
  return policy;
}
