import { z } from 'zod';

/** What a delete answers: `{id, object, deleted: true}`; some leave `deleted` out (OpenAI API reference, 2026-11). */
export const deletedSchema = z.looseObject({ id: z.string().optional(), deleted: z.literal(true).optional() });
