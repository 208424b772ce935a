import { z } from 'zod';
import { type OperationId, operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { formatCents } from '#domain/money.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { callTemplate } from '../step.ts';
import type { CallTemplate } from '../template.ts';

/** `ProjectSpendLimitResource` and its organization twin (OpenAI API reference, 2026-11): amounts are US cents a calendar month. */
export const spendLimitWire = z.looseObject({
  threshold_amount: z.int(),
  enforcement: z.looseObject({ status: z.string() }).nullish(),
});

export const spendLimitSchema = z.object({ amountCents: z.int(), status: z.string() }).nullable();
/** Null where none is set. The status is `enforcing` while the limit fails requests. */
export type SpendLimit = z.infer<typeof spendLimitSchema>;

export function keepSpendLimit(answer: unknown): NonNullable<SpendLimit> {
  const limit = spendLimitWire.parse(answer);
  return { amountCents: limit.threshold_amount, status: limit.enforcement?.status ?? 'unknown' };
}

export const sayLimit = (amountCents: number): string => `${formatCents(amountCents)} a month`;

/** Where a limit stands: one project, or the whole organization. Everything that differs between the two. */
export interface Place {
  readonly name: string;
  readonly project: ProjectRef | null;
  /** A limit of the organization concerns everybody. */
  readonly tier: 'destructive' | 'critical';
  readonly show: OperationId;
  readonly set: OperationId;
  readonly remove: OperationId;
  /** What names the place in the input of its operations. */
  readonly input: JsonObject;
  readonly read: Call;
  readonly readAgain: CallTemplate;
  readonly post: (amountCents: number) => CallTemplate;
  readonly delete: CallTemplate;
}

// The only currency and the only interval there are (OpenAI API reference, 2026-11).
const bodyOf = (amountCents: number) => ({ threshold_amount: amountCents, currency: 'USD', interval: 'month' });

export function projectPlace(project: ProjectRef): Place {
  const path = '/organization/projects/{project_id}/spend_limit';
  const params = { project_id: project.id };
  return {
    name: project.name,
    project,
    tier: 'destructive',
    show: operationId('spend-limits.show'),
    set: operationId('spend-limits.set'),
    remove: operationId('spend-limits.remove'),
    input: { project: { id: project.id, name: project.name } },
    read: call(`GET ${path}`, { params }),
    readAgain: callTemplate(`GET ${path}`, { params }),
    post: (amountCents) => callTemplate(`POST ${path}`, { params, body: bodyOf(amountCents) }),
    delete: callTemplate(`DELETE ${path}`, { params }),
  };
}

const path = '/organization/spend_limit';

export const organizationPlace: Place = {
  name: 'the whole organization',
  project: null,
  tier: 'critical',
  show: operationId('spend-limits.show-organization'),
  set: operationId('spend-limits.set-organization'),
  remove: operationId('spend-limits.remove-organization'),
  input: {},
  read: call(`GET ${path}`),
  readAgain: callTemplate(`GET ${path}`),
  post: (amountCents) => callTemplate(`POST ${path}`, { body: bodyOf(amountCents) }),
  delete: callTemplate(`DELETE ${path}`),
};
