import { z } from 'zod';

const cursor = z.string().min(1).nullish();

/**
 * One page of a list (OpenAI API reference, 2026-11). Lenient to new fields, strict about `has_more`: without it nobody could say
 * whether something that is not listed exists.
 */
export const listPageSchema = z.looseObject({
  data: z.array(z.json()),
  has_more: z.boolean(),
  last_id: cursor,
  next: cursor,
  next_page: cursor,
});

export type ListPage = z.infer<typeof listPageSchema>;
