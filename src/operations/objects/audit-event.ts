import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';

/** `AuditLog` (OpenAI API reference, 2026-11): the payload stands under a key equal to the type; the actor may be null. */
export const auditEventWire = z.looseObject({
  id: z.string(),
  type: z.string(),
  effective_at: z.number(),
  actor: z
    .looseObject({
      session: z.looseObject({ user: z.looseObject({ id: z.string().nullish() }).nullish() }).nullish(),
      api_key: z.looseObject({ id: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/** What is kept of an event: the whole of it, with its time and actor in front. */
export interface VendorEvent {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly actorId: string | null;
  readonly body: JsonObject;
}

export function keepAuditEvents(answer: unknown): VendorEvent[] {
  return z
    .looseObject({ data: z.array(auditEventWire) })
    .parse(answer)
    .data.map((event) => ({
      id: event.id,
      type: event.type,
      at: event.effective_at * secondMs,
      actorId: event.actor?.api_key?.id ?? event.actor?.session?.user?.id ?? null,
      body: event as unknown as JsonObject,
    }));
}
