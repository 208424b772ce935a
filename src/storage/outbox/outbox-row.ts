import type { Selectable } from 'kysely';
import { invariant } from '#domain/invariant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { OutboxItem, OutboxRow } from '#workflow/ports/outbox.ts';
import { fromJsonText } from '../json-text.ts';
import type { OutboxTable } from '../tables/outbox.ts';

const lanes = ['urgent', 'normal', 'bulk'] as const;

/** 0 leaves first. */
export const rankOf = (lane: OutboxItem['lane']): number => lanes.indexOf(lane);

export function outboxFromRow(row: Selectable<OutboxTable>): OutboxRow {
  const lane = lanes[row.lane];
  invariant(lane !== undefined, `There is no outbox lane ${row.lane}`);
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    lane,
    payload: fromJsonText(row.payload) as JsonObject,
    notBefore: row.not_before,
    attempts: row.attempts,
    wantedAt: row.created_at,
  };
}
