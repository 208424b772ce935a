import { type Freezable, type Freeze, freezeOver } from '#approvals/freeze.ts';
import type { Decision } from '#approvals/request.ts';
import { freezeName, frozenWhat } from '#domain/freeze-scope.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Reading } from './ports/store.ts';

/** A request as freezes look at it: what it does, where, and whose word it is. */
export function freezableOf({ terms }: PlannedRequest, decisions: readonly Decision[]): Freezable {
  return {
    operation: terms.plan.operation,
    projectId: terms.plan.project?.id ?? null,
    people: [terms.requester.personId, ...decisions.map(({ person }) => person)],
  };
}

/** The freeze that holds this request back as it stands, or null. Inside a transaction it is as true as the claim beside it. */
export async function freezeOn(
  read: Pick<Reading, 'freezes' | 'requests'>,
  record: PlannedRequest,
): Promise<Freeze | null> {
  const freezes = await read.freezes.active();
  if (freezes.length === 0) return null;
  return freezeOver(freezes, freezableOf(record, await read.requests.decisions(record.terms.id)));
}

export function frozenSentence({ id, scope, by, why }: Freeze): string {
  return `${by.name} froze ${frozenWhat(scope)} (${why}). Two people thaw it: /openai thaw ${freezeName(id)}.`;
}
