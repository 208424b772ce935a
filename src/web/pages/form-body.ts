import type { Context } from 'hono';
import { z } from 'zod';

const fields = z.record(z.string().max(40), z.union([z.string(), z.array(z.string())]));

/** What a form sent: text by name. Files, or a body that is no form, are nothing. */
export async function formBody(context: Context): Promise<ReadonlyMap<string, readonly string[]>> {
  const parsed = fields.safeParse(await context.req.parseBody({ all: true }).catch(() => ({})));
  if (!parsed.success) return new Map();
  return new Map(Object.entries(parsed.data).map(([name, value]) => [name, [value].flat()]));
}

/** JSON that a script put into a field; null for anything else. */
export function jsonField(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
