import type { JsonObject } from './json.ts';
import type { OperationId } from './ids.ts';

/** Where a refusal sends the person next: a button in Slack, a line in the CLI. */
export type NextStep =
  | { readonly kind: 'start'; readonly label: string; readonly operation: OperationId; readonly input: JsonObject }
  | { readonly kind: 'menu'; readonly label: string };

/**
 * An expected "no", in the one shape every face shows: what was refused, the one rule that says so, who can do it, and what
 * helps. `code` is stable and goes into the audit entry; the sentences are for people and never hold a secret.
 */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: string;
  readonly what: string;
  readonly rule: string;
  readonly whoCan: string;
  readonly next: NextStep | null;
}

export function refuse(code: string, say: { what: string; rule: string; whoCan?: string; next?: NextStep }): Refusal {
  return { kind: 'refusal', code, what: say.what, rule: say.rule, whoCan: say.whoCan ?? '', next: say.next ?? null };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal';
}
