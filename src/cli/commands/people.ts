import { Command } from 'commander';
import { proposeCommand } from '../people/propose.ts';

export function peopleCommand(): Command {
  const people = new Command('people').description('Who is who in Slack and at OpenAI');
  people.addCommand(proposeCommand());
  return people;
}
