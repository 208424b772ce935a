import type { Insertable, Selectable } from 'kysely';
import type { RequestTerms } from '#approvals/request.ts';
import type { RequestState } from '#approvals/state.ts';
import { canonicalJson } from '#domain/canonical.ts';
import type { Plan } from '#operations/plan.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import { fromJsonText } from '../json-text.ts';
import type { RequestsTable } from '../tables/requests.ts';
import { askDigestOf } from './ask-digest.ts';
import { shortIdOf } from './short-id.ts';

export function requestToRow(record: PlannedRequest): Insertable<RequestsTable> {
  const { terms } = record;
  return {
    id: terms.id,
    short_id: shortIdOf(terms.id),
    terms: canonicalJson(terms),
    digest: record.digest,
    ask_digest: askDigestOf(terms.plan.operation, terms.input),
    requester_slack_id: terms.requester.slackId,
    requester_person: terms.requester.personId,
    beneficiary: terms.beneficiary,
    follows: terms.follows?.request ?? null,
    state: record.state,
    revision: record.revision,
    attempt: record.attempt,
    paused_ms: record.pausedMs,
    created_at: record.createdAt,
    deadline: record.deadline,
    ready_at: record.readyAt,
    ended_at: record.endedAt,
    outcome: record.outcome,
    hidden_ms: terms.confidential?.delayMs ?? null,
  };
}

export function requestFromRow(row: Selectable<RequestsTable>): PlannedRequest {
  return {
    terms: fromJsonText(row.terms) as RequestTerms<Plan>,
    digest: row.digest,
    state: row.state as RequestState,
    revision: row.revision,
    attempt: row.attempt,
    pausedMs: row.paused_ms,
    createdAt: row.created_at,
    deadline: row.deadline,
    readyAt: row.ready_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
  };
}
