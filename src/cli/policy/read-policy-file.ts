import { readFileSync } from 'node:fs';
import { type PolicyText, readPolicyText } from '#config/read-policy-text.ts';
import { Fault } from '#domain/fault.ts';
import { catalogue } from '#operations/catalogue.ts';
import { type ParsedPolicy, parsePolicy } from '#policy/parse.ts';
import type { Policy } from '#policy/policy.ts';
import { formatProblem } from '#policy/problem.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';

/** The policy in a file or folder; one that cannot be used ends the command with every problem of it. */
export function readPolicyFile(path: string): Policy {
  return parsePolicyFile(path).policy;
}

export function readTextFile(file: string): string {
  return orFail(file, () => readFileSync(file, 'utf8'));
}

/** The same with what is allowed and worth a second look. */
export function parsePolicyFile(path: string): Extract<ParsedPolicy, { kind: 'policy' }> {
  const { text, file } = orFail<PolicyText>(path, () => readPolicyText(path));
  const parsed = parsePolicy(text, file, { operations: catalogue });
  if (parsed.kind === 'policy') return parsed;
  throw new CommandFailure(parsed.problems.map(formatProblem).join('\n'), exitCodes.config);
}

/** Why something cannot be read, for people. */
export function unreadable(path: string, error: unknown): string {
  return error instanceof Fault ? error.message : `${path} cannot be read.`;
}

function orFail<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new CommandFailure(unreadable(path, error), exitCodes.config);
  }
}
