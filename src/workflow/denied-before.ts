import type { Decision } from '#approvals/request.ts';
import type { Instant } from '#domain/instant.ts';
import type { PlannedRequest, RequestReader } from './ports/requests.ts';

/** The newest denial of the very same ask since then, by whomever it was asked. */
export async function deniedBefore(
  requests: Pick<RequestReader, 'deniedSince' | 'decisions'>,
  { terms }: Pick<PlannedRequest, 'terms'>,
  since: Instant,
): Promise<Decision | null> {
  const denied = await requests.deniedSince({ operation: terms.plan.operation, input: terms.input }, since);
  if (denied === null || denied.terms.id === terms.id) return null;
  const decisions = await requests.decisions(denied.terms.id);
  return decisions.findLast(({ kind }) => kind === 'deny') ?? null;
}
