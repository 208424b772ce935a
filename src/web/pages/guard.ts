import type { MiddlewareHandler } from 'hono';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // The address holds what opens the page, so nobody else is told it. Under `no-referrer` a browser would not say either where a form came from.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
};

export const sendSecurityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value);
};

/** A name of somebody else's that points here is told nothing, and no other site can send a form here. */
export function requireOwnOrigin(origin: () => string): MiddlewareHandler {
  return async (context, next) => {
    const { host } = new URL(origin());
    if (context.req.header('host')?.toLowerCase() !== host) return context.text('Misdirected request.\n', 421);
    if (context.req.method !== 'POST') return next();
    return context.req.header('origin') === origin() ? next() : context.text('Not from here.\n', 403);
  };
}
