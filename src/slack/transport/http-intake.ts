import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type BufferedIncomingMessage, type Logger } from '@slack/bolt';
import { Fault } from '#domain/fault.ts';
import type { Log } from '#workflow/ports/log.ts';
import { answerWithoutBody, endpoint, type GuardOptions, judgeRequest } from './http-guard.ts';
import { maxBodyBytes } from './http-body.ts';
import type { Intake } from './intake.ts';
import type { Refused } from './refused.ts';

export interface HttpIntakeOptions {
  readonly guard: Omit<GuardOptions, 'isDraining'>;
  readonly host: string;
  readonly port: number;
  readonly refused: Refused;
  readonly log: Log;
  readonly sdkLogger: Logger;
}

// Slack gives up after 3 s, so nothing that takes 10 s to arrive is Slack; 512 connections outlast any burst it makes.
const timeouts = {
  requestTimeout: 10_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5000,
  // Node looks at these every 30 s otherwise, and would let who sends nothing hold a connection four times as long.
  connectionsCheckingInterval: 1000,
};
const maxConnections = 512;

/** A signing secret is 32 hex characters; a short one could be guessed, an empty one would let everybody in. */
function checkSecret(options: HttpIntakeOptions): void {
  if (options.guard.signingSecret.reveal().length >= 32) return;
  throw new Fault(
    'config.invalid',
    'SLACK_SIGNING_SECRET is too short. Copy it whole from the app’s Basic Information page.',
  );
}

/** Our own server in front of Bolt's receiver: what the guard lets through is handed on with the bytes it has judged. */
export function createHttpIntake(options: HttpIntakeOptions): { intake: Intake; receiver: HTTPReceiver } {
  checkSecret(options);
  const receiver = new HTTPReceiver({
    signingSecret: options.guard.signingSecret.reveal(),
    endpoints: [endpoint],
    bodyLimit: maxBodyBytes,
    logger: options.sdkLogger,
  });
  let draining = false;
  const guard: GuardOptions = { ...options.guard, isDraining: () => draining };
  const server = createServer(timeouts, (request, response) => {
    admit({ request, response, receiver, guard, refused: options.refused }).catch((error: unknown) => {
      // Bytes that stop half-way, or a database that cannot say whether this is a replay: not handled, so not accepted.
      options.log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'A Slack delivery could not be judged',
      );
      if (!response.headersSent) answerWithoutBody(response, 503);
    });
  });
  server.maxConnections = maxConnections;
  return {
    receiver,
    intake: {
      start: () => listen(server, options),
      refuseNew: () => {
        draining = true;
        server.closeIdleConnections();
      },
      close: () => close(server),
      isConnected: () => server.listening && !draining,
    },
  };
}

async function admit(at: {
  request: IncomingMessage;
  response: ServerResponse;
  receiver: HTTPReceiver;
  guard: GuardOptions;
  refused: Refused;
}): Promise<void> {
  const { request, response } = at;
  const verdict = await judgeRequest(request, at.guard);
  switch (verdict.kind) {
    case 'ssl-check':
      return answerWithoutBody(response, 200);
    case 'refused':
      at.refused.count(verdict.cause);
      return answerWithoutBody(response, verdict.status);
    case 'accepted': {
      const buffered = request as BufferedIncomingMessage;
      buffered.rawBody = verdict.body;
      return at.receiver.requestListener(buffered, response);
    }
  }
}

function listen(server: Server, options: HttpIntakeOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Fault('config.invalid', `Cannot listen on ${options.host}:${options.port}. Is another process there?`, {
          cause,
        }),
      ),
    );
    server.listen({ host: options.host, port: options.port }, () => {
      const { address, family, port } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${port}${endpoint}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
