import { z } from 'zod';

const text = z.string().nullish();
const code = z.union([z.string(), z.number()]).nullish();

/**
 * An error of OpenAI: `{"error": {"message", "type", "param", "code"}}`, or flat, `{"code": 404, "message": …}`, as the reference shows
 * it for rate limits (OpenAI API reference, 2026-11). `param` and `code` may be null in the first.
 * A gateway's bare `{"message": …}` is neither.
 */
export const problemSchema = z.union([
  z
    .looseObject({ error: z.looseObject({ message: z.string(), type: text, param: text, code }) })
    .transform(({ error }) => error),
  z.looseObject({ message: z.string(), type: text, param: text, code: z.union([z.string(), z.number()]) }),
]);

export type WireProblem = z.infer<typeof problemSchema>;
