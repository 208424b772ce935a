import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A TCP server of one test. `onHead` is called with each complete request head that arrives, and `connections` counts. */
export async function startTcpServer(onHead: (socket: Socket, head: string) => void) {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let text = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (!text.includes('\r\n\r\n')) return;
      heads.push(text);
      onHead(socket, text);
      text = '';
    });
  });
  const port = await listen(server, () => sockets.forEach((socket) => socket.destroy()));
  return { baseUrl: `http://127.0.0.1:${port}/v1`, port, heads, connections: () => sockets.size };
}

/** A server that takes a connection and cuts it before it has read anything. */
export async function startCuttingServer() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).resetAndDestroy();
  });
  const port = await listen(server, () => undefined);
  return { baseUrl: `http://127.0.0.1:${port}/v1`, connections: () => connections };
}

export type Answering = (incoming: IncomingMessage, outgoing: ServerResponse, body: string) => void;

/** An HTTP server of one test that keeps what arrived. */
export async function startHttpServer(answer: Answering) {
  const arrived: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createHttpServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    incoming.on('end', () => {
      arrived.push({ method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body });
      answer(incoming, outgoing, body);
    });
  });
  const port = await listen(server, () => server.closeAllConnections());
  return { baseUrl: `http://127.0.0.1:${port}/v1`, port, arrived };
}

export function sendJson(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Closes the server when the test ends. */
export async function listen(server: Server, onClose: () => void): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(async () => {
    onClose();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** A port of this machine at which nobody listens. */
export async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
