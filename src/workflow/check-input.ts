import type { OperationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { hasHiddenCharacters } from '#domain/printable.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Operation } from '#operations/operation.ts';

// Long enough for a ticket number and two sentences; short enough that an approver reads it.
const reasonMax = 500;

export function reasonProblem(reason: string): string | null {
  const text = reason.trim();
  if (text.length < 3) return 'Every request needs a reason: say in a few words what it is for.';
  if (text.length > reasonMax) return `The reason may have at most ${reasonMax} characters.`;
  if (hasHiddenCharacters(text)) return 'The reason holds invisible or control characters; type it again without them.';
  if (text.split('\n').length > 4) return 'The reason may have at most four lines.';
  if (holdsRawKey(text))
    return 'The reason looks as if it held a secret key. Never type a key; name it by its redacted value.';
  return null;
}

/** The input as the operation's own schema reads it, or a refusal that names what is wrong. */
export function checkInput(
  ask: { operationId: OperationId; input: JsonObject; reason?: string },
  kind: Operation['kind'],
): { operation: Operation; input: JsonObject; reason: string } | Refusal {
  const operation = findOperation(ask.operationId);
  if (operation === null || operation.kind !== kind) {
    return refuse('input.unknown-operation', {
      what: `There is no ${kind} called ${ask.operationId}.`,
      rule: 'Type /openai help to see what there is.',
    });
  }
  const what = `${operation.title} cannot be done like this.`;
  const parsed = operation.parseInput(ask.input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? '');
    const label = operation.fields[name]?.label ?? name;
    return refuse('input.invalid', {
      what,
      rule: label === '' ? (issue?.message ?? '') : `${label}: ${issue?.message ?? ''}`,
    });
  }
  const reason = ask.reason ?? '';
  const problem = kind !== 'read' ? reasonProblem(reason) : null;
  if (problem !== null) return refuse('input.reason', { what, rule: problem });
  return { operation, input: parsed.data, reason: reason.trim() };
}
