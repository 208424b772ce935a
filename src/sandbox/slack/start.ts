import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { seatOf } from './acts/seat-of.ts';
import { createAdmin } from './admin.ts';
import { type Behaviour, defaultBehaviour } from './behaviour.ts';
import { createBell } from './bell.ts';
import type { Emulation } from './emulation.ts';
import type { SlackEmulator, SlackEmulatorOptions } from './emulator.ts';
import { createServer } from './server.ts';
import { createWorkspace, type Workspace } from './state/workspace.ts';
import { createCallLedger } from './web/call-ledger.ts';
import { createFaults } from './web/faults.ts';
import { createRateLimiter } from './web/rate-limits.ts';
import { createDeliveryLedger, type DeliveryLedger } from './wire/delivery-ledger.ts';
import { createHttpDelivery } from './wire/http-delivery.ts';
import { post } from './wire/post.ts';
import { signatureHeaders } from './wire/sign.ts';
import { createSocketDelivery } from './wire/socket-delivery.ts';

/** Starts an emulated Slack on loopback: its Web API, its deliveries to the app, and the seat in front of it. */
export async function startSlackEmulator(options: SlackEmulatorOptions): Promise<SlackEmulator> {
  const behaviour: Behaviour = { ...defaultBehaviour(), ...options.behaviour };
  const deliveries = createDeliveryLedger();
  // The emulation knows its own address, which exists only once the server listens; nothing asks before.
  const server: Server = createServer(() => emulation);
  const fresh = workspaceMaker(options, () => urlOf(server));
  const emulation = assemble(options, { behaviour, deliveries, workspace: fresh() });
  await listen(server, options.port ?? 0);
  const url = urlOf(server);
  return {
    url,
    apiUrl: `${url}/api/`,
    seat: seatOf(emulation),
    admin: createAdmin(emulation),
    botToken: emulation.tokens.bot,
    appToken: emulation.tokens.app,
    teamId: options.seed.team.id,
    appId: options.seed.app.id,
    botUserId: options.seed.app.botUserId,
    behaviour,
    calls: () => emulation.calls.records(),
    failNext: ({ method, fault, times = 1 }) => emulation.faults.add(method, fault, times),
    deliveries: () => deliveries.records(),
    deliver: (raw) => deliverRaw(options, behaviour, raw),
    signedHeaders: (body, stamp) => sign(options, body, stamp?.timestamp),
    disconnectSockets: (reason) => emulation.sockets?.disconnect(reason),
    connections: () => emulation.sockets?.connections() ?? 0,
    reset() {
      forget(emulation);
      deliveries.clear();
      emulation.workspace = fresh();
      emulation.workspace.bell.ring();
    },
    async close() {
      forget(emulation);
      await emulation.delivery.close();
      await stop(server);
    },
  };
}

/** Makes workspaces from the seed that share their listeners, so that a page stays connected over a reset. */
function workspaceMaker(options: SlackEmulatorOptions, baseUrl: () => string): () => Workspace {
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const surroundings = { clock: { nowMs: options.nowMs, monotonicMs }, bell: createBell(), baseUrl };
  const seed = { ...options.seed, app: { ...options.seed.app, ...options.app } };
  return () => createWorkspace(seed, surroundings);
}

function assemble(
  options: SlackEmulatorOptions,
  parts: { behaviour: Behaviour; deliveries: DeliveryLedger; workspace: Workspace },
): Emulation {
  const { behaviour, deliveries, workspace } = parts;
  const { delivery } = options;
  const sockets =
    delivery.mode === 'socket'
      ? createSocketDelivery({ appId: workspace.app.id, behaviour, secret: () => workspace.mint.secret() })
      : null;
  const http =
    delivery.mode === 'http'
      ? createHttpDelivery({ stampNowMs: options.nowMs, ...delivery, behaviour, ledger: deliveries })
      : null;
  const chosen = sockets ?? http;
  if (chosen === null) throw new Error('An emulated Slack delivers by http or by socket.');
  return {
    workspace,
    behaviour,
    // Built like Slack's tokens, whose prefix SDKs look at.
    tokens: { bot: ['xoxb', randomPart()].join('-'), app: ['xapp', '1', workspace.app.id, randomPart()].join('-') },
    delivery: chosen,
    sockets,
    calls: createCallLedger(),
    faults: createFaults(),
    limiter: createRateLimiter(workspace.clock),
    retryTimers: new Set(),
  };
}

function randomPart(): string {
  return randomBytes(18).toString('hex');
}

function forget(emulation: Emulation): void {
  for (const timer of emulation.retryTimers) clearTimeout(timer);
  emulation.retryTimers.clear();
  emulation.calls.clear();
  emulation.faults.clear();
  emulation.limiter.clear();
}

function httpOf(options: SlackEmulatorOptions) {
  if (options.delivery.mode !== 'http')
    throw new Error('Only an emulated Slack in http mode signs and posts requests.');
  return options.delivery;
}

function deliverRaw(options: SlackEmulatorOptions, behaviour: Behaviour, raw: Parameters<SlackEmulator['deliver']>[0]) {
  return post({ ...raw, url: httpOf(options).requestUrl(), timeoutMs: behaviour.ackTimeoutMs });
}

function sign(
  options: SlackEmulatorOptions,
  body: string,
  timestamp: number | undefined,
): Readonly<Record<string, string>> {
  const { signingSecret, stampNowMs = options.nowMs } = httpOf(options);
  return signatureHeaders(body, { signingSecret, timestampSeconds: timestamp ?? Math.floor(stampNowMs() / 1000) });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
