import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scrub } from '#domain/raw-key.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Probes } from './probe.ts';
import { createReadiness } from './readiness.ts';

// A supervisor sends one short request at a time. Everything above that is somebody else, and costs them, not us.
const LIMITS = { maxHeaderSize: 4096, headersTimeout: 5_000, requestTimeout: 5_000, keepAliveTimeout: 1_000 };
const MAX_CONNECTIONS = 32;

export interface Health {
  /** `http://127.0.0.1:3001`, with the port that was really taken. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Answers supervisors, on a port of its own that Slack cannot reach: `/healthz` says that the process turns its event loop, `/readyz`
 * that it can do its job, with one line a probe, `/metrics` gives figures to a collector. `port: 0` takes any free one. Rejects when the port is taken.
 */
export async function startHealth(options: {
  readonly host: string;
  readonly port: number;
  readonly probes: Probes;
  /** Text in the Prometheus format, made anew for each scrape. */
  readonly metrics: () => Promise<string>;
  readonly log: Log;
}): Promise<Health> {
  const readiness = createReadiness(options.probes);
  const server = createServer(LIMITS, (request, response) => {
    answer({ request, response, readiness, metrics: options.metrics }).catch((error: unknown) => {
      options.log.error({ err: error }, 'Health could not be answered');
      response.destroy();
    });
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(options.port, options.host);
  await once(server, 'listening');
  return { url: urlOf(server, options.host), close: () => close(server) };
}

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly readiness: Probes;
  readonly metrics: () => Promise<string>;
}

async function answer({ request, response, readiness, metrics }: Asked): Promise<void> {
  // A body is never read: the connection ends with the answer, so none can follow it either.
  response.setHeader('connection', 'close');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response.setHeader('allow', 'GET, HEAD'), 405, { ok: false });
  if (request.url === '/healthz') return send(response, 200, { ok: true });
  if (request.url === '/metrics') return sendText(response, await metrics());
  if (request.url !== '/readyz') return send(response, 404, { ok: false });
  const probes = (await readiness()).map(({ name, ok, detail }) => ({ name, ok, detail: scrub(detail) }));
  // Nothing probed is nothing proven.
  const ok = probes.length > 0 && probes.every((probe) => probe.ok);
  return send(response, ok ? 200 : 503, { ok, probes });
}

function sendText(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(text);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.end(`${JSON.stringify(body)}\n`);
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
