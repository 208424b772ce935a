import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { isJsonObject } from '#domain/json.ts';
import { oneLine } from '#domain/printable.ts';

const named = z.looseObject({ id: z.string().nullish(), email: z.string().nullish() }).nullish();

/** `AuditLog` (OpenAI API reference, 2026-11): the payload stands under a key equal to the type; the actor may be null. */
export const eventLineWire = z.looseObject({
  id: z.string(),
  type: z.string(),
  effective_at: z.number(),
  project: z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish(),
  actor: z
    .looseObject({
      session: z.looseObject({ user: named, ip_address: z.string().nullish() }).nullish(),
      api_key: z.looseObject({ id: z.string().nullish(), user: named, service_account: named }).nullish(),
    })
    .nullish(),
});

export const eventLineSchema = z.object({
  id: z.string(),
  type: z.string(),
  at: z.number(),
  /** `erin@acme.example`; `key key_1 of ines@acme.example`. */
  who: z.string(),
  /** What it was done to and how, in a line. */
  what: z.string(),
  project: z.string().nullable(),
});
export type EventLine = z.infer<typeof eventLineSchema>;

export const eventPageSchema = z.object({ events: z.array(eventLineSchema), hasMore: z.boolean() });

type Wire = z.infer<typeof eventLineWire>;

const nameOf = (somebody: z.infer<typeof named>): string => oneLine(somebody?.email ?? somebody?.id ?? 'unknown', 120);

function sayActor({ actor }: Wire): string {
  if (actor?.api_key) {
    const { id, user, service_account: account } = actor.api_key;
    const owner = account ? `service account ${nameOf(account)}` : nameOf(user);
    return `key ${oneLine(id ?? 'unknown')} of ${owner}`;
  }
  if (!actor?.session) return 'OpenAI, or nobody named';
  const from = actor.session.ip_address;
  return typeof from === 'string' ? `${nameOf(actor.session.user)} from ${oneLine(from)}` : nameOf(actor.session.user);
}

// A deleted certificate stands whole in its event, and nobody wants to read it.
const LEFT_OUT = ['certificate'];
// A line that fits a table's cell; the whole event is in OpenAI's own log.
const LONGEST_WHAT = 150;

/** `id user_1, role owner`: the values of a payload with the names right before them. */
function sayValues(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(sayValues);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (!isJsonObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => !LEFT_OUT.includes(name))
    .map(([name, inner]) => {
      const said = sayValues(inner).join(', ');
      return isJsonObject(inner) ? said : `${name} ${said}`;
    })
    .filter((said) => said !== '');
}

function lineOf(answer: unknown): EventLine {
  const event = eventLineWire.parse(answer);
  const project = oneLine(event.project?.name ?? event.project?.id ?? '');
  return {
    id: event.id,
    type: oneLine(event.type),
    at: event.effective_at * secondMs,
    who: sayActor(event),
    what: oneLine(sayValues(event[event.type]).join(', '), LONGEST_WHAT),
    project: project || null,
  };
}

/** One page of the log, newest first. */
export function keepEventPage(answer: unknown): z.infer<typeof eventPageSchema> {
  const page = z.looseObject({ data: z.array(z.unknown()), has_more: z.boolean().nullish() }).parse(answer);
  return { events: page.data.map(lineOf), hasMore: page.has_more === true };
}
