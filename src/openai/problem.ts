import { roughly } from '#domain/instant.ts';
import { redactedLine } from './redact.ts';
import type { Answered } from './reply.ts';
import { problemSchema, type WireProblem } from './schemas/problem.ts';

/** What an answer that is no success says. `code` is stable, OpenAI's own where it gives one. */
export interface Problem {
  readonly code: string;
  /** What to do about it, and OpenAI's own words. */
  readonly sentence: string;
}

export function wireProblemOf({ body }: Pick<Answered, 'body'>): WireProblem | null {
  const parsed = body.kind === 'json' ? problemSchema.safeParse(body.value) : null;
  return parsed?.success === true ? parsed.data : null;
}

export function problemOf(answer: Answered): Problem {
  const wire = wireProblemOf(answer);
  const code = codeOf(answer, wire);
  const said = wire === null ? '' : redactedLine(wire.message, []);
  return {
    code,
    sentence: [adviceFor(code, answer), said === '' ? '' : `OpenAI said: “${said}”`].filter(Boolean).join(' '),
  };
}

// Where OpenAI gives no code of its own.
const byStatus: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  409: 'conflict',
  422: 'unprocessable',
  429: 'rate_limit_exceeded',
};

/**
 * A 404 is `not_found` only in OpenAI's own envelope and unless it names another reason (`unknown_url`): a gateway's page must never
 * prove that something is gone. A missing scope has no code of its own, only its text (OpenAI API reference, 2026-11).
 */
function codeOf({ status, body }: Answered, wire: WireProblem | null): string {
  if (body.kind === 'unreadable' || wire === null) return `http_${status}`;
  if (typeof wire.code === 'string' && /^[a-z][a-z0-9_]{1,63}$/.test(wire.code)) {
    return status === 404 && wire.code.endsWith('not_found') ? 'not_found' : wire.code;
  }
  if (status === 404) return 'not_found';
  if (/missing scopes|insufficient permissions/i.test(wire.message)) return 'missing_scopes';
  return byStatus[status] ?? (status >= 500 ? 'server_error' : `http_${status}`);
}

// Each says what a person can do; who cannot do it knows whom to ask.
const advice: Readonly<Record<string, string>> = {
  certificate_required:
    'OpenAI asks for a client certificate, which Countersign does not send. Exempt administration calls from mTLS.',
  forbidden: 'The admin key may not do this. Let an organization owner make one with all permissions.',
  invalid_api_key: 'OpenAI does not accept the admin key. Put a valid one into OPENAI_ADMIN_KEY and restart.',
  ip_not_authorized:
    'OpenAI does not allow this machine’s address. Add the bot’s address to the organization’s IP allow-list.',
  missing_scopes: 'The admin key lacks a permission. Let an organization owner make one with all permissions.',
  not_found: 'OpenAI knows nothing under this id.',
  unauthorized: 'OpenAI does not accept the admin key. Look at its permissions and end date.',
  unknown_url: 'This address is not OpenAI’s API. Check COUNTERSIGN_OPENAI_BASE_URL.',
};

function adviceFor(code: string, { status, hintMs }: Answered): string {
  const special = advice[code];
  if (special !== undefined) return special;
  if (status === 429)
    return `OpenAI’s limit for this call is used up. Try again in ${hintMs === null ? 'a minute' : roughly(hintMs)}.`;
  if (status >= 500) return `OpenAI has a problem of its own (${status}). Try again in some minutes.`;
  if (status >= 300 && status < 400)
    return 'A redirect was answered, and none is followed. Check COUNTERSIGN_OPENAI_BASE_URL.';
  return `OpenAI refused this (${status}).`;
}
