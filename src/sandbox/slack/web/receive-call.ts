import type { Emulation } from '../emulation.ts';
import { isRecord, type JsonRecord } from '../record.ts';
import { ApiError } from './api-error.ts';
import { argumentsOf, type Arguments, readArguments } from './arguments.ts';
import { METHODS } from './catalogue.ts';
import type { Fault } from './faults.ts';
import { type ApiMethod, needScope, type TokenKind } from './method.ts';
import { RATES } from './rate-limits.ts';

/** What goes back over HTTP; `lost` when the connection breaks instead. */
export type ApiAnswer =
  | {
      readonly lost: false;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: JsonRecord;
    }
  | { readonly lost: true };

const outage: Fault = { kind: 'status', status: 503 };

/** Answers one Web API call. The only place that knows tokens, scopes, limits and how errors look. */
export async function receiveCall(emulation: Emulation, name: string, request: Request): Promise<ApiAnswer> {
  const values = await argumentsOf(request);
  const fault = emulation.behaviour.isDown ? outage : emulation.faults.take(name);
  const answer =
    fault !== null && fault.kind !== 'answer-lost' ? faulty(fault) : carryOut(emulation, { name, values, request });
  note(emulation, { name, values, answer });
  return fault?.kind === 'answer-lost' ? { lost: true } : answer;
}

type Sent = Exclude<ApiAnswer, { lost: true }>;

function carryOut(emulation: Emulation, call: { name: string; values: JsonRecord; request: Request }): Sent {
  const method = METHODS.get(call.name);
  const args = readArguments(call.values);
  try {
    if (method === undefined) throw new ApiError('unknown_method', { req_method: call.name });
    const token = authenticate(emulation, call.request);
    const waitSeconds = secondsToWait(emulation, method, args);
    if (waitSeconds > 0) return rateLimited(waitSeconds);
    return ok(run(emulation, method, { args, token }), { emulation, method });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const body = { ok: false, error: error.code, ...error.details };
    return { lost: false, status: 200, headers: method === undefined ? {} : scopeHeaders(emulation, method), body };
  }
}

function run(emulation: Emulation, method: ApiMethod, call: { args: Arguments; token: TokenKind }): JsonRecord {
  if (!method.tokens.includes(call.token)) throw new ApiError('not_allowed_token_type');
  const { workspace } = emulation;
  const scopes = call.token === 'bot' ? workspace.app.botScopes : ['connections:write'];
  needScope({ scopes }, ...method.scopes);
  return method.run({ emulation, workspace, args: call.args, token: call.token, scopes });
}

function authenticate(emulation: Emulation, request: Request): TokenKind {
  const header = request.headers.get('authorization') ?? '';
  const token = header.replace(/^Bearer\s*/i, '');
  if (token === '') throw new ApiError('not_authed');
  if (token === emulation.tokens.bot) return 'bot';
  if (token === emulation.tokens.app) return 'app';
  throw new ApiError('invalid_auth');
}

function secondsToWait(emulation: Emulation, method: ApiMethod, args: Arguments): number {
  const { behaviour, limiter } = emulation;
  const wanted = method.rateKey === undefined ? behaviour.rateLimits.perMethod : behaviour.rateLimits.perChannel;
  if (!wanted) return 0;
  return limiter.admit(`${method.name} ${method.rateKey?.(args) ?? ''}`, RATES[method.rate]);
}

function ok(result: JsonRecord, context: { emulation: Emulation; method: ApiMethod }): Sent {
  return {
    lost: false,
    status: 200,
    headers: scopeHeaders(context.emulation, context.method),
    body: { ok: true, ...result },
  };
}

function rateLimited(seconds: number): Sent {
  return {
    lost: false,
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: { ok: false, error: 'ratelimited' },
  };
}

function faulty(fault: Exclude<Fault, { kind: 'answer-lost' }>): Sent {
  if (fault.kind === 'rate-limited') return rateLimited(fault.retryAfterSeconds);
  if (fault.kind === 'status')
    return { lost: false, status: fault.status, headers: {}, body: { ok: false, error: 'internal_error' } };
  return { lost: false, status: 200, headers: {}, body: { ok: false, error: fault.error } };
}

function scopeHeaders(emulation: Emulation, method: ApiMethod): Readonly<Record<string, string>> {
  return {
    'x-oauth-scopes': emulation.workspace.app.botScopes.join(','),
    'x-accepted-oauth-scopes': method.scopes.join(','),
  };
}

function note(emulation: Emulation, call: { name: string; values: JsonRecord; answer: Sent }): void {
  const { token: _token, ...args } = readable(call.values);
  const { body } = call.answer;
  emulation.calls.note({
    method: call.name,
    args,
    ok: body['ok'] === true,
    error: typeof body['error'] === 'string' ? body['error'] : null,
    atMs: emulation.workspace.clock.nowMs(),
  });
}

/** The arguments with the JSON inside forms unfolded, as a person would write them. */
function readable(values: JsonRecord): JsonRecord {
  const args = readArguments(values);
  const unfold = (name: string) => {
    const value = args.json(name);
    return isRecord(value) || Array.isArray(value) ? value : values[name];
  };
  return Object.fromEntries(Object.keys(values).map((name) => [name, unfold(name)]));
}
