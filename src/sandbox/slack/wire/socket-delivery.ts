import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Behaviour } from '../behaviour.ts';
import { isRecord, parseJson, textAt } from '../record.ts';
import type { Delivered, Delivery, Envelope } from './delivery.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

/** Socket Mode's side of Slack: tickets to connect with, connections, and envelopes that go to one connection each. */
export interface SocketDelivery extends Delivery {
  /** A path with a ticket, good for one connection. */
  issuePath(): string;
  /** Takes over an HTTP upgrade; refuses one without a valid ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every connection to go away, as Slack does every few hours. */
  disconnect(reason: DisconnectReason): void;
  connections(): number;
}

export interface SocketDeliveryOptions {
  readonly appId: string;
  readonly behaviour: Behaviour;
  readonly secret: () => string;
}

/** Slack API docs, "Socket Mode": an app may hold ten connections. */
const MAX_CONNECTIONS = 10;
/** WebSocket close code for an endpoint that goes away (RFC 6455, 7.4.1). */
const GOING_AWAY = 1001;
/** A client answers the closing handshake at once or not at all. */
const CLOSING_MS = 500;
/** Tickets that nobody used; a client asks for one each time it connects. */
const MAX_TICKETS = 100;

export function createSocketDelivery(options: SocketDeliveryOptions): SocketDelivery {
  const server = new WebSocketServer({ noServer: true });
  const tickets = createTickets(options.secret);
  const pending: Pending = new Map();
  let open: readonly WebSocket[] = [];

  const welcome = (socket: WebSocket) => {
    open = [...open, socket];
    const leave = () => {
      open = open.filter((other) => other !== socket);
    };
    socket.on('close', leave);
    socket.on('error', leave);
    socket.on('message', (data) => settle(pending, data));
    socket.send(JSON.stringify(hello(options.appId, open.length)));
  };

  return {
    issuePath: () => `/link/?ticket=${tickets.issue()}&app_id=${options.appId}`,
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      const admitted = tickets.redeem(ticket) && open.length < MAX_CONNECTIONS;
      if (admitted) server.handleUpgrade(request, socket, head, welcome);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
    send(envelope) {
      const [socket, ...rest] = open;
      if (socket === undefined) return Promise.resolve({ ok: false, failed: 'dispatch_failed' });
      // Round robin: each envelope goes to one connection, and the next one to the next.
      open = [...rest, socket];
      const { ackTimeoutMs, socketCopies } = options.behaviour;
      return sendOn(socket, envelope, { pending, timeoutMs: ackTimeoutMs, copies: socketCopies });
    },
    disconnect(reason) {
      for (const socket of open) socket.send(JSON.stringify(goodbye(reason)));
      // A connection that was told to go gets no more envelopes; a 'warning' only announces it.
      if (reason !== 'warning') open = [];
    },
    connections: () => open.length,
    close: () => closeAll(server, pending),
  };
}

interface Tickets {
  issue(): string;
  /** True once for each ticket that was issued. */
  redeem(ticket: string): boolean;
}

function createTickets(secret: () => string): Tickets {
  const valid = new Set<string>();
  return {
    issue() {
      const ticket = secret();
      if (valid.size >= MAX_TICKETS) valid.clear();
      valid.add(ticket);
      return ticket;
    },
    redeem: (ticket) => valid.delete(ticket),
  };
}

function closeAll(server: WebSocketServer, pending: Pending): Promise<void> {
  for (const resolve of pending.values()) resolve({ ok: false, failed: 'dispatch_failed' });
  for (const socket of server.clients) socket.close(GOING_AWAY);
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.clients.forEach((socket) => socket.terminate()), CLOSING_MS);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
  });
}

type Pending = Map<string, (delivered: Delivered) => void>;

function sendOn(
  socket: WebSocket,
  envelope: Envelope,
  wait: { pending: Pending; timeoutMs: number; copies: number },
): Promise<Delivered> {
  return new Promise((resolve) => {
    const id = randomUUID();
    const finish = (delivered: Delivered) => {
      clearTimeout(timer);
      wait.pending.delete(id);
      resolve(delivered);
    };
    const timer = setTimeout(() => finish({ ok: false, failed: 'operation_timeout' }), wait.timeoutMs);
    wait.pending.set(id, finish);
    const text = JSON.stringify(wrap(envelope, id));
    for (let copy = 0; copy < wait.copies; copy += 1) socket.send(text);
  });
}

/** Slack says with each envelope whether an acknowledgement may carry an answer. */
function wrap(envelope: Envelope, id: string): object {
  const base = { envelope_id: id, type: envelope.kind, payload: envelope.payload };
  if (envelope.kind === 'events_api') {
    const { retry } = envelope;
    return {
      ...base,
      accepts_response_payload: false,
      retry_attempt: retry?.number ?? 0,
      retry_reason: retry?.reason ?? '',
    };
  }
  const answerable = envelope.kind === 'slash_commands' || ANSWERABLE.has(textAt(envelope.payload, 'type') ?? '');
  return { ...base, accepts_response_payload: answerable };
}

const ANSWERABLE: ReadonlySet<string> = new Set(['view_submission', 'block_suggestion']);

function settle(pending: Pending, data: RawData): void {
  // A server that asked for nothing else gets each message as one buffer.
  const message = Buffer.isBuffer(data) ? parseJson(data.toString('utf8')) : null;
  const id = isRecord(message) ? textAt(message, 'envelope_id') : null;
  if (!isRecord(message) || id === null) return;
  const payload = message['payload'];
  // Clients that have nothing to say send no payload or an empty one.
  const empty = payload === undefined || payload === '' || (isRecord(payload) && Object.keys(payload).length === 0);
  pending.get(id)?.({ ok: true, answer: empty ? null : payload });
}

function hello(appId: string, connections: number): object {
  return {
    type: 'hello',
    num_connections: connections,
    connection_info: { app_id: appId },
    debug_info: { host: 'emulated', build_number: 1, approximate_connection_time: 3600 },
  };
}

function goodbye(reason: DisconnectReason): object {
  return { type: 'disconnect', reason, debug_info: { host: 'emulated' } };
}
