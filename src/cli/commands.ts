import type { Command } from 'commander';
import { askCommand } from './commands/ask.ts';
import { auditCommand } from './commands/audit.ts';
import { changesCommand } from './commands/changes.ts';
import { doctorCommand } from './commands/doctor.ts';
import { enrolCommand } from './commands/enrol.ts';
import { freezeCommand } from './commands/freeze.ts';
import { healthCommand } from './commands/health.ts';
import { initCommand } from './commands/init.ts';
import { manifestCommand } from './commands/manifest.ts';
import { operationsCommand } from './commands/operations.ts';
import { peopleCommand } from './commands/people.ts';
import { policyCommand } from './commands/policy.ts';
import { rehearseCommand } from './commands/rehearse.ts';
import { settingsCommand } from './commands/settings.ts';

/** Every command there is, in the order of the help. A test compares it with the folder, in both directions. */
export const commands: readonly (() => Command)[] = [
  initCommand,
  manifestCommand,
  operationsCommand,
  policyCommand,
  peopleCommand,
  enrolCommand,
  freezeCommand,
  askCommand,
  auditCommand,
  changesCommand,
  doctorCommand,
  rehearseCommand,
  settingsCommand,
  healthCommand,
];
