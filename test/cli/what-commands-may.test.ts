import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';

/**
 * What each command may do, and for whom. Whoever can run it is on the host and may read its files; what reaches further has to say so
 * here. Nothing on this list sends a change or casts a vote, and `test/architecture/doors-of-the-spine.ts` holds that it cannot.
 */
const rows = {
  init: 'writes new files',
  manifest: 'reads',
  operations: 'reads',
  settings: 'reads',
  health: 'reads',
  doctor: 'reads',
  changes: 'reads',
  'audit verify': 'reads',
  'audit list': 'reads',
  'policy check': 'reads',
  'policy explain': 'reads',
  'policy test': 'reads',
  'policy diff': 'reads',
  enrol: 'lets one of the first two people enrol, or whose enrolment was approved; everybody is told',
  freeze: 'stops, in the name of somebody who proved with a passkey or a code that it is they; everybody is told',
  ask: 'asks, in the name of somebody who proved with a passkey or a code that it is they; the bot plans it and others decide',
  'policy schema': 'reads',
  'people propose': 'reads; keeps a list as words, with an entry, and two people see in Slack what it would bind',
  rehearse: 'asks as a named person; in a workspace only people decide',
} as const satisfies Record<string, string>;

function leavesOf(command: Command, above: readonly string[] = []): readonly string[] {
  const path = [...above, command.name()];
  return command.commands.length === 0 ? [path.join(' ')] : command.commands.flatMap((child) => leavesOf(child, path));
}

describe('every command of the command line', () => {
  test('has its row, and no row is left over', () => {
    expect(commands.flatMap((make) => leavesOf(make())).toSorted()).toEqual(Object.keys(rows).toSorted());
  });
});
