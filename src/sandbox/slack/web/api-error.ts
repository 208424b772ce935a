import type { JsonRecord } from '../record.ts';

/**
 * What a Web API method answers instead of a result: `{ ok: false, error, ... }`. Thrown, because Slack's methods stop at
 * the first thing that is wrong and a method then reads as the list of its checks; `receive-call.ts` alone catches it.
 */
export class ApiError extends Error {
  readonly code: string;
  readonly details: JsonRecord;

  constructor(code: string, details: JsonRecord = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

/** A refusal of blocks or arguments, with the lines that say what is wrong and where. */
export function refusal(code: 'invalid_blocks' | 'invalid_arguments', messages: readonly string[]): ApiError {
  const errors = messages.map((message) => message.replace(/^\[ERROR\] /, ''));
  return new ApiError(code, { errors, response_metadata: { messages } });
}
