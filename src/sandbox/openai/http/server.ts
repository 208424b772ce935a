import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { answerUnder } from './answer-under.ts';
import { deliver, staysSilent } from './deliver.ts';
import { type Exchange, type WireRequest, problemAnswer } from './exchange.ts';
import type { FaultScript } from './fault-script.ts';
import type { Ledger } from './ledger.ts';
import { ApiProblem } from './problem.ts';
import { askedUnder } from './spoil-list.ts';

export interface ServerParts {
  readonly exchange: Exchange;
  readonly faults: FaultScript;
  readonly ledger: Ledger;
  readonly nowMs: () => number;
  /** Called after each call that was received. */
  readonly changed: () => void;
}

// Every body of the administration API is a few fields; the largest (a certificate) stays far below this.
const MOST_BODY_BYTES = 1024 * 1024;

/** The emulator's socket side: it reads calls, spoils what the fault script says, and keeps the ledger. */
export function createApiServer(parts: ServerParts): Server {
  return createServer((incoming, outgoing) => {
    receive(parts, incoming, outgoing).catch((error: unknown) => {
      // Either the client went away, and nobody reads this, or the emulator has a bug, and somebody should.
      const message = `The emulator failed: ${String(error)}`;
      if (outgoing.headersSent) outgoing.destroy();
      else deliver(problemAnswer(new ApiProblem({ status: 500, message, type: 'server_error' })), null, outgoing);
    });
  });
}

/** Answers the address, `http://127.0.0.1:<port>/v1`. Throws when the port is taken. */
export async function listenOnLoopback(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** Stops listening and cuts every connection, also those whose call was left hanging. */
export async function closeAtOnce(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function receive(parts: ServerParts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = await readRequest(incoming);
  const { method, path, search, bodyText } = request;
  const fault = parts.faults.take(method, path);
  const requestId = `req_${randomBytes(16).toString('hex')}`;
  const answer = answerUnder(fault, () => parts.exchange.answer(askedUnder(fault, request)));
  parts.ledger.add({
    atMs: parts.nowMs(),
    method,
    path,
    query: search.toString(),
    body: parsed(bodyText),
    status: staysSilent(fault) ? 0 : answer.status,
    requestId,
    fault,
  });
  const date = new Date(parts.nowMs()).toUTCString();
  deliver({ ...answer, headers: { ...answer.headers, date, 'x-request-id': requestId } }, fault, outgoing);
  parts.changed();
}

async function readRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const bodyText = await readBody(incoming);
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  return {
    method: incoming.method ?? '',
    path: url.pathname.replace(/^\/v1(?=\/)/, ''),
    isBelowV1: url.pathname.startsWith('/v1/'),
    search: url.searchParams,
    authorization: incoming.headers.authorization,
    contentType: incoming.headers['content-type'],
    bodyText,
  };
}

/** The body's text, or `null` when it is too long; the rest is read and dropped so that the refusal can be sent. */
async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BODY_BYTES) chunks.push(chunk);
  }
  return size > MOST_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parsed(bodyText: string | null): unknown {
  if (bodyText === null || bodyText === '') return null;
  try {
    return JSON.parse(bodyText) as unknown;
  } catch {
    return bodyText;
  }
}
