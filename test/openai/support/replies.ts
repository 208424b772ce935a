import type { JsonObject } from '#domain/json.ts';
import type { Answered, Lost } from '#openai/reply.ts';

export function answeredWith(status: number, body: JsonObject | null, more: Partial<Answered> = {}): Answered {
  return {
    kind: 'answered',
    status,
    body: body === null ? { kind: 'unreadable', why: 'not JSON' } : { kind: 'json', value: body },
    secrets: [],
    hintMs: null,
    mayRetry: true,
    requestId: 'req_1',
    durationMs: 12,
    ...more,
  };
}

export function lostReply(loss: Lost['loss'], wasSent: boolean, status: number | null = null): Lost {
  return { kind: 'lost', loss, wasSent, status, requestId: null, durationMs: 3 };
}

export const problem = (message: string, code: string | null = null): JsonObject => ({
  error: { message, type: 'invalid_request_error', param: null, code },
});
