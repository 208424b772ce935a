import { readFileSync } from 'node:fs';
import { catalogue } from '#operations/catalogue.ts';
import { type ParsedPolicy, parsePolicy } from '#policy/parse.ts';
import type { Policy } from '#policy/policy.ts';
import { formatProblem } from '#policy/problem.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';

/** The policy in a file; a file that cannot be used ends the command with every problem of it. */
export function readPolicyFile(file: string): Policy {
  return parsePolicyFile(file).policy;
}

export function readTextFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandFailure(`${file} cannot be read.`, exitCodes.config);
  }
}

/** The same with what is allowed and worth a second look. */
export function parsePolicyFile(file: string): Extract<ParsedPolicy, { kind: 'policy' }> {
  const parsed = parsePolicy(readTextFile(file), file, { operations: catalogue });
  if (parsed.kind === 'policy') return parsed;
  throw new CommandFailure(parsed.problems.map(formatProblem).join('\n'), exitCodes.config);
}
