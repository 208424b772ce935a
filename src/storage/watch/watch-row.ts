import type { Insertable, Selectable } from 'kysely';
import type { JsonObject } from '#domain/json.ts';
import type { SeenEvent, StoredFinding } from '#workflow/ports/watch.ts';
import { fromJsonText, toJsonText } from '../json-text.ts';
import type { EventsTable } from '../tables/events.ts';
import type { FindingsTable } from '../tables/findings.ts';

export function eventToRow(event: SeenEvent): EventsTable {
  return { id: event.id, type: event.type, at: event.at, actor_id: event.actorId, body: toJsonText(event.body) };
}

export function eventFromRow(row: Selectable<EventsTable>): SeenEvent {
  return { id: row.id, type: row.type, at: row.at, actorId: row.actor_id, body: fromJsonText(row.body) as JsonObject };
}

export function findingToRow(finding: Omit<StoredFinding, 'id' | 'count'>): Insertable<FindingsTable> {
  const { detection, key, severity, title, lines, at } = finding;
  return { detection, key, severity, title, lines: toJsonText(lines), at, count: 1 };
}

export function findingFromRow(row: Selectable<FindingsTable>): StoredFinding {
  return { ...row, lines: fromJsonText(row.lines) as readonly string[] };
}
