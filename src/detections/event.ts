import type { Instant } from '#domain/instant.ts';
import { isJsonObject, type Json, type JsonObject } from '#domain/json.ts';

/** One event of the vendor's audit log as we keep it. */
export interface AuditEvent {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  /** Tracking id of the API key, or id of the user, that did it; null where the vendor does not say. */
  readonly actorId: string | null;
  /** The event as received: its payload stands under a key equal to its type (OpenAI API reference, 2026-11). */
  readonly body: JsonObject;
}

/**
 * Ids of everything an event is about: the payload's own, and those of the items it lists (`certificates.activated` and its like
 * carry no id of their own). Empty if the vendor names none.
 */
export function resourceIdsOf(event: AuditEvent): readonly string[] {
  const payload = Object.hasOwn(event.body, event.type) ? event.body[event.type] : undefined;
  if (!isJsonObject(payload)) return [];
  const listed = Object.values(payload).flatMap((value) =>
    Array.isArray(value) ? value.map((item: Json) => idOf(item)) : [],
  );
  return [...new Set([idOf(payload), principalOf(payload), ...listed].filter((id) => id !== null))];
}

/** The id of a role's assignment is shown in no answer, so such an event is about the one it was given to or taken from. */
function principalOf(payload: JsonObject): string | null {
  const id = payload['principal_id'];
  return typeof id === 'string' && id !== '' ? id : null;
}

function idOf(value: Json): string | null {
  if (!isJsonObject(value)) return null;
  const id = Object.hasOwn(value, 'id') ? value['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : null;
}
