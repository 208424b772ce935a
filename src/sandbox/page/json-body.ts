import type { Context } from 'hono';
import type { z } from 'zod';

/** The body in its declared shape, or null when it is anything else. */
export async function jsonBody<T>(context: Context, schema: z.ZodType<T>): Promise<T | null> {
  // A form of another site can send text/plain without asking first, never application/json.
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) return null;
  const parsed = schema.safeParse(await context.req.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}
