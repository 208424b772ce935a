import type { Selectable } from 'kysely';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { Addition, Bystander, Mention, Round } from '#workflow/ports/desk.ts';
import type { AdditionsTable } from '../tables/additions.ts';
import type { BystandersTable, MentionsTable, RoundsTable } from '../tables/desk.ts';

export const bystanderToRow = ({
  requestId: request_id,
  person,
  slackId: slack_id,
  at,
}: Bystander): BystandersTable => ({
  request_id,
  person,
  slack_id,
  at,
});

export const mentionFromRow = (row: Selectable<MentionsTable>): Mention => ({
  requestId: requestId(row.request_id),
  person: personId(row.person),
  slackId: slackUserId(row.slack_id),
  number: row.number,
  kind: row.kind,
  at: row.at,
});

export const roundFromRow = (row: Selectable<RoundsTable>): Round => ({
  requestId: requestId(row.request_id),
  askedAt: row.asked_at,
  round: row.round,
  dueAt: row.due_at,
  nudgedAt: row.nudged_at,
  movedAt: row.moved_at,
  movesAt: row.moves_at,
});

export const additionFromRow = (row: Selectable<AdditionsTable>): Addition => ({
  id: row.id,
  requestId: requestId(row.request_id),
  slackId: slackUserId(row.slack_id),
  text: row.text,
  at: row.at,
});
