import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Viewer } from '#workflow/ports/sight.ts';

type Condition = RawBuilder<SqlBool>;

/**
 * Whether a row of `requests` may be shown to this viewer: the one place where what is confidential is kept back, and the same rule as
 * `approvals/confidential.ts`. Without a viewer it is the bot itself that reads, and nothing is.
 */
export function mayBeSeen(viewer: Viewer | null): Condition {
  if (viewer === null) return sql<SqlBool>`1 = 1`;
  const hasRun = sql<SqlBool>`requests.attempt > 0 and requests.state in ('succeeded', 'partial', 'failed')`;
  const isRevealed = sql<SqlBool>`(${hasRun} and requests.ended_at + requests.hidden_ms <= ${viewer.now})`;
  return sql<SqlBool>`(requests.hidden_ms is null or ${isRevealed} or ${isPartOfIt(viewer)})`;
}

/** The requester by person or account; whoever was named, unless it turned out since that it is about them. */
function isPartOfIt({ who }: Viewer): Condition {
  if (who === null) return sql<SqlBool>`1 = 0`;
  const { personId, slackId } = who;
  return sql<SqlBool>`(requests.requester_person = ${personId} or requests.requester_slack_id = ${slackId} or (
    (requests.beneficiary is null or requests.beneficiary <> ${personId}) and exists (
      select 1 from confidants where confidants.request_id = requests.id and confidants.person = ${personId})))`;
}

/** Whether what a row of another table is about may be shown. What is about no request is. */
export function isAboutSeen(viewer: Viewer | null, column: string): Condition {
  if (viewer === null) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`not exists (select 1 from requests where requests.id = ${sql.ref(column)} and not ${mayBeSeen(viewer)})`;
}
