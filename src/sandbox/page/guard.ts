import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Refusal } from './wire.ts';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // The page never writes HTML from a string; the browser then refuses whoever tries.
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export function refusal(error: string, message: string): Refusal {
  return { error, message };
}

/** A page of another site can make a name of its own point at 127.0.0.1; the Host header then still tells that name. */
export const requireLoopbackHost: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase();
  if (!LOOPBACK_NAMES.has(name)) {
    return context.json(refusal('wrong_host', 'Open this page as http://127.0.0.1 or http://localhost.'), 421);
  }
  return next();
};

export const sendSecurityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('content-security-policy', CONTENT_SECURITY_POLICY);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cache-control', 'no-store');
};

/**
 * Only this page knows the token, since no other origin can read it. `EventSource` and `<img>` cannot send a header, so
 * a GET may carry it in the query; it opens nothing but a sandbox that ends with this process.
 */
export function requireToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const inQuery = context.req.method === 'GET' ? context.req.query('token') : undefined;
    const given = context.req.header('x-sandbox-token') ?? inQuery ?? '';
    if (!sameText(given, token)) {
      return context.json(refusal('wrong_token', 'This page is from an earlier start of the sandbox. Reload it.'), 403);
    }
    return next();
  };
}

function sameText(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
