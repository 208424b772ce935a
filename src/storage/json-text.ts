import type { Json } from '#domain/json.ts';

/** JSON as a column holds it. Half surrogates in a vendor's text are written as escapes, which every database takes. */
export const toJsonText = (value: Json): string => JSON.stringify(value);

/** What `toJsonText` was given. The caller knows its shape, because only we write these columns. */
export const fromJsonText = (text: string): unknown => JSON.parse(text);
