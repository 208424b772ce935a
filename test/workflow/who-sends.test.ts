import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Every place from which a change can come to be sent, with the word on which it is. Whoever adds one has to say here what people have
 * agreed to it: nothing else changes by itself.
 */
const warrants = {
  'src/workflow/execute-step.ts': 'the only sender; sends what an intent says',
  'src/workflow/attempt.ts':
    'the steps of a claimed request: its quorum, a standing order or break-glass, looked at in the claim',
  'src/workflow/compensate.ts': 'the compensation that stands under the same digest',
} as const;

const files = globSync('src/{workflow,schedule,slack,web,cli,rehearsal}/**/*.ts').map((file) =>
  file.replaceAll('\\', '/'),
);
const holding = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(file, 'utf8'))).toSorted();

test('A change is sent from these places only, each on the word of people', () => {
  expect(holding(/\bvendor\.perform\(/)).toEqual(['src/workflow/execute-step.ts']);
  expect(holding(/\b(?:sendStep|takeStep|writeIntent)\b/)).toEqual(Object.keys(warrants).toSorted());
});

test('A request is begun by a claim that looks at its warrant, and by nothing else', () => {
  expect(holding(/event: 'claim'/)).toEqual(['src/workflow/attempt.ts', 'src/workflow/carry-out-act.ts']);
  const claim = readFileSync('src/workflow/attempt.ts', 'utf8');
  for (const needed of ['refuseWarrant(tx', 'useWarrant(tx', 'freezeOn(tx']) expect(claim).toContain(needed);
});

test('A request comes to be approved by a vote, or under a warrant in the transaction that sends it', () => {
  expect(holding(/event: 'approve-met'/)).toEqual([
    'src/workflow/settle-quorum.ts',
    'src/workflow/warrants/approve-under.ts',
  ]);
});
