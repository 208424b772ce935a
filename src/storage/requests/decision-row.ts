import type { Selectable } from 'kysely';
import type { Decision } from '#approvals/request.ts';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { DecisionsTable } from '../tables/decisions.ts';

export function decisionToRow(decision: Decision): DecisionsTable {
  const { requestId: request_id, slackId: slack_id, person, kind, name, comment, digest, proof, at } = decision;
  return { request_id, person, kind, slack_id, name, comment, digest, proof, at };
}

export function decisionFromRow(row: Selectable<DecisionsTable>): Decision {
  const { kind, name, comment, digest, proof, at } = row;
  return {
    requestId: requestId(row.request_id),
    person: personId(row.person),
    slackId: slackUserId(row.slack_id),
    kind,
    name,
    comment,
    digest,
    proof,
    at,
  };
}
