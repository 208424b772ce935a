import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { formatCents } from '#domain/money.ts';
import { hasHiddenCharacters } from '#domain/printable.ts';
import { holdsRawKey } from '#domain/raw-key.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Field, Fields } from './field.ts';

/** Also of any other thing the vendor lists. */
const projectSchema = z.strictObject({ id: z.string().min(1), name: z.string() });
const userSchema = z.strictObject({ id: z.string().min(1), email: z.string(), name: z.string() });
const keySchema = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  redacted: z.string(),
  project: projectSchema,
});

function safeText(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(max, `Use at most ${max} characters.`)
    .refine(
      (text) => !hasHiddenCharacters(text),
      'This holds invisible or control characters; type it again without them.',
    )
    .refine(
      (text) => !holdsRawKey(text),
      'This looks like a secret key. Never type a key here; use “Report a leak” and revoke it.',
    );
}

function wordsSchema(field: Extract<Field, { kind: 'words' }>) {
  const { allowed } = field;
  const one =
    allowed === null
      ? safeText(200).regex(field.pattern, field.patternHint)
      : z.string().refine((word) => allowed.includes(word), `Choose from: ${allowed.join(', ')}.`);
  return z.array(one).min(1, 'Name at least one.').max(field.most, `Name at most ${field.most}.`);
}

function valueSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'project':
      return projectSchema;
    case 'key':
      return keySchema;
    case 'text':
      return safeText(field.max).regex(field.pattern, field.patternHint);
    case 'paragraph':
      return safeText(field.max);
    case 'duration':
      return z
        .int()
        .min(field.minMs, `At least ${formatDuration(field.minMs)}.`)
        .max(field.maxMs, `At most ${formatDuration(field.maxMs)}.`);
    case 'choice':
      return z.enum(field.options.map((option) => option.value));
    case 'flag':
      return z.boolean();
    case 'request':
      return z.string().min(1);
    case 'user':
      return userSchema;
    case 'thing':
      return projectSchema;
    case 'money':
      return z
        .int()
        .min(field.minCents, `At least ${formatCents(field.minCents)}.`)
        .max(field.maxCents, `At most ${formatCents(field.maxCents)}.`);
    case 'count':
      return z
        .int()
        .min(field.min, `At least ${field.min} ${field.unit}.`)
        .max(field.max, `At most ${field.max} ${field.unit}.`);
    case 'words':
      return wordsSchema(field);
  }
}

/** The strict schema of an operation's stored input: unknown names are refused, what is optional and not given becomes null. */
export function inputSchema(fields: Fields): z.ZodType<JsonObject> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.required
        ? valueSchema(field)
        : valueSchema(field)
            .nullish()
            .transform((value) => value ?? null),
    ]),
  );
  return z.strictObject(shape) as unknown as z.ZodType<JsonObject>;
}
