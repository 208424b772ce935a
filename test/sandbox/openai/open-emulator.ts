import OpenAI from 'openai';
import { onTestFinished } from 'vitest';

import type { Behaviour } from '#sandbox/openai/behaviour.ts';
import type { OrganizationSeed } from '#sandbox/openai/seed.ts';
import { type OpenAiEmulator, startOpenAiEmulator } from '#sandbox/openai/start.ts';
import { fetchByContract } from './fetch-by-contract.ts';
import { smallSeed } from './small-seed.ts';

const DAY_MS = 86_400_000;

export interface Bench {
  readonly emulator: OpenAiEmulator;
  /** The official client with the bot's admin key. */
  readonly organization: OpenAI['admin']['organization'];
  readonly clock: { readonly nowMs: () => number; readonly advance: (byMs: number) => void };
  /** Whole seconds since 1970, `days` from now. */
  readonly sec: (days: number) => number;
  /** One plain HTTP call with the bot's admin key, or with `authorization` if given. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
}

interface CallOptions {
  readonly body?: unknown;
  readonly authorization?: string | null;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Readonly<Record<string, unknown>>;
  /** The inside of OpenAI's error envelope. */
  readonly error: { readonly message: string; readonly type: string; readonly param: unknown; readonly code: unknown };
}

/** Starts an emulator that ends with the test. Its clock stands still until it is moved, and nothing is rate limited. */
export async function openEmulator(
  behaviour: Partial<Behaviour> = {},
  seed: OrganizationSeed = smallSeed,
): Promise<Bench> {
  let nowMs = Date.UTC(2026, 10, 23, 12);
  const emulator = await startOpenAiEmulator({
    nowMs: () => nowMs,
    seed,
    behaviour: { rateLimit: null, ...behaviour },
  });
  onTestFinished(() => emulator.close());
  return {
    emulator,
    organization: clientOf(emulator).admin.organization,
    clock: { nowMs: () => nowMs, advance: (byMs) => void (nowMs += byMs) },
    sec: (days) => (nowMs + days * DAY_MS) / 1000,
    call: (method, path, options = {}) => call(emulator, { method, path, ...options }),
  };
}

export function clientOf(emulator: OpenAiEmulator, adminAPIKey = emulator.adminKey): OpenAI {
  return new OpenAI({ adminAPIKey, baseURL: emulator.url, maxRetries: 0, fetch: fetchByContract(emulator) });
}

async function call(
  emulator: OpenAiEmulator,
  { method, path, body, authorization, contentType, signal }: CallOptions & { method: string; path: string },
): Promise<Answer> {
  const key = authorization === undefined ? `Bearer ${emulator.adminKey}` : authorization;
  const response = await fetchByContract(emulator)(emulator.url + path, {
    method,
    headers: { ...(key === null ? {} : { authorization: key }), 'content-type': contentType ?? 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const json = (await response.json()) as Answer['json'];
  return { status: response.status, headers: response.headers, json, error: json['error'] as Answer['error'] };
}
