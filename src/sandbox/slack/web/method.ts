import type { Emulation } from '../emulation.ts';
import type { JsonRecord } from '../record.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Arguments } from './arguments.ts';
import { ApiError } from './api-error.ts';
import type { RATES } from './rate-limits.ts';

export type TokenKind = 'bot' | 'app';

/** One call that passed the door: known token, right kind, scopes granted, within the limits. */
export interface ApiCall {
  readonly emulation: Emulation;
  readonly workspace: Workspace;
  readonly args: Arguments;
  readonly token: TokenKind;
  /** The scopes that the token holds. */
  readonly scopes: readonly string[];
}

/** One Web API method. `run` answers what stands beside `ok: true`, or throws an ApiError. */
export interface ApiMethod {
  readonly name: string;
  readonly tokens: readonly TokenKind[];
  /** One of these is needed, when any is named. */
  readonly scopes: readonly string[];
  readonly rate: keyof typeof RATES;
  /** A bucket of its own for a part of the calls (the channel of chat.postMessage); none when absent. */
  readonly rateKey?: (args: Arguments) => string;
  run(call: ApiCall): JsonRecord;
}

type Described = Partial<Pick<ApiMethod, 'tokens' | 'scopes' | 'rate' | 'rateKey'>> & Pick<ApiMethod, 'run'>;

export function method(name: string, described: Described): ApiMethod {
  return { name, tokens: ['bot'], scopes: [], rate: 'tier3', ...described };
}

/** @throws ApiError missing_scope unless one of the scopes was granted */
export function needScope(call: Pick<ApiCall, 'scopes'>, ...anyOf: readonly string[]): void {
  if (anyOf.length === 0 || anyOf.some((scope) => call.scopes.includes(scope))) return;
  throw new ApiError('missing_scope', { needed: anyOf.join(','), provided: call.scopes.join(',') });
}
