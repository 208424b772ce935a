import { getCACertificates } from 'node:tls';
import { type Dispatcher, Pool, ProxyAgent } from 'undici';

export interface Timeouts {
  readonly connectMs: number;
  readonly headersMs: number;
  readonly totalMs: number;
}

/** Long enough for a slow day of the vendor, short enough that a person still waits for the answer. */
export const shippedTimeouts: Timeouts = { connectMs: 3_000, headersMs: 15_000, totalMs: 30_000 };

export interface Connecting {
  readonly origin: string;
  /** Used only when given here. Proxy variables of the environment are not read: they would see the admin key's traffic. */
  readonly proxy: string | null;
  /** PEM of a certificate authority to trust beside the usual ones. */
  readonly ca: string | null;
  readonly timeouts: Timeouts;
}

// One more than the pacer lets through at once, so that a connection that is just closing holds nobody up.
const CONNECTIONS = 4;

/** Connections to one origin. HTTP/1.1 without pipelining, because what counts as "sent" is decided there (see `one-exchange.ts`). */
export function openConnections({ origin, proxy, ca, timeouts }: Connecting): Dispatcher {
  const tls = {
    minVersion: 'TLSv1.2',
    // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment changes nothing.
    rejectUnauthorized: true,
    ...(ca === null ? {} : { ca: [...getCACertificates('default'), ca] }),
  } as const;
  const common = {
    connections: CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    // Coarse (undici rounds to about a second); the exact end is the total of `one-exchange.ts`.
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.headersMs,
  };
  return proxy === null
    ? new Pool(origin, { ...common, connect: { ...tls, timeout: timeouts.connectMs } })
    : new ProxyAgent({
        ...common,
        uri: proxy,
        requestTls: { ...tls, timeout: timeouts.connectMs },
        proxyTls: { ...tls, timeout: timeouts.connectMs },
      });
}
