import { connect as connectTcp, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Dispatcher } from 'undici';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Connecting, openConnections, shippedTimeouts } from '#openai/connect.ts';
import { lossOf } from '#openai/loss.ts';
import { exchangeOnce } from '#openai/one-exchange.ts';
import { makeSelfSigned } from './support/self-signed.ts';
import { listen, startHttpServer, startTcpServer } from './support/small-server.ts';

afterEach(() => vi.unstubAllEnvs());

const timeouts = { ...shippedTimeouts, connectMs: 2000 };

function open(given: Partial<Connecting> & { readonly origin: string }): Dispatcher {
  const dispatcher = openConnections({ proxy: null, ca: null, timeouts, ...given });
  onTestFinished(() => dispatcher.destroy());
  return dispatcher;
}

async function ask(dispatcher: Dispatcher, origin: string) {
  const request = { origin, method: 'GET', path: '/v1/x', headers: { authorization: 'Bearer canary-word' } } as const;
  const raw = await exchangeOnce(dispatcher, request, { totalMs: 5000, maxBytes: 1000 });
  return raw.kind === 'lost' ? { ...raw, loss: lossOf(raw.error, raw.wasSent) } : raw;
}

async function startTlsServer(options: { maxVersion?: 'TLSv1.1' } = {}) {
  const { cert, key } = makeSelfSigned();
  const heads: string[] = [];
  const server = createTlsServer(
    { cert, key, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0', ...options },
    (socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (chunk) => {
        heads.push(chunk.toString('latin1'));
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok');
      });
    },
  );
  server.on('tlsClientError', () => undefined);
  const port = await listen(server, () => undefined);
  return { origin: `https://127.0.0.1:${port}`, port, cert, heads };
}

/** A proxy that tunnels to wherever it is asked to, or refuses with a status. */
async function startProxy(status = 200) {
  const tunnels = new Set<Socket>();
  onTestFinished(() => tunnels.forEach((socket) => socket.destroy()));
  return startTcpServer((socket, head) => {
    const port = /^CONNECT 127\.0\.0\.1:(\d+) /.exec(head)?.[1];
    if (status !== 200 || port === undefined) {
      socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const far = connectTcp(Number(port), '127.0.0.1', () => {
      socket.removeAllListeners('data');
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(far).pipe(socket);
    });
    tunnels.add(far.on('error', () => socket.destroy()));
  });
}

describe('a secured connection', () => {
  it('C10 · is refused to a server nobody vouches for, before anything is sent', async () => {
    const { origin, heads } = await startTlsServer();
    expect(await ask(open({ origin }), origin)).toMatchObject({ kind: 'lost', wasSent: false, loss: 'TLS refused' });
    expect(heads).toEqual([]);
  });

  it('C9, C10 · is refused even if the environment says to trust everybody', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { origin } = await startTlsServer();
    expect(await ask(open({ origin }), origin)).toMatchObject({ kind: 'lost', wasSent: false, loss: 'TLS refused' });
  });

  it('C10 · stands with an authority that was given', async () => {
    const { origin, cert, heads } = await startTlsServer();
    expect(await ask(open({ origin, ca: cert }), origin)).toMatchObject({ kind: 'answered', status: 200 });
    expect(heads[0]).toMatch(/^GET \/v1\/x HTTP\/1\.1/);
  });

  it('C10 · is refused to a server that speaks only an old TLS', async () => {
    const { origin, cert } = await startTlsServer({ maxVersion: 'TLSv1.1' });
    expect(await ask(open({ origin, ca: cert }), origin)).toMatchObject({
      kind: 'lost',
      wasSent: false,
      loss: 'TLS refused',
    });
  });
});

describe('a proxy', () => {
  it('tunnels and never sees the admin key', async () => {
    const { origin, cert, heads } = await startTlsServer();
    const proxy = await startProxy();
    const dispatcher = open({ origin, ca: cert, proxy: `http://127.0.0.1:${proxy.port}` });
    expect(await ask(dispatcher, origin)).toMatchObject({ kind: 'answered', status: 200 });
    expect(heads[0]).toContain('canary-word');
    expect(proxy.heads.join()).toMatch(/^CONNECT /);
    expect(proxy.heads.join()).not.toContain('canary-word');
  });

  it.each([403, 407, 502])('that answers %i proves that nothing was sent', async (status) => {
    const proxy = await startProxy(status);
    const origin = 'https://127.0.0.1:9';
    const dispatcher = open({ origin, proxy: `http://127.0.0.1:${proxy.port}` });
    expect(await ask(dispatcher, origin)).toMatchObject({ kind: 'lost', wasSent: false, loss: 'proxy refused' });
  });

  it('C9 · is never taken from the environment', async () => {
    const proxy = await startProxy();
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY']) {
      vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`);
    }
    const { baseUrl, arrived } = await startHttpServer((_, outgoing) => outgoing.end('ok'));
    const { origin } = new URL(baseUrl);
    expect(await ask(open({ origin }), origin)).toMatchObject({ kind: 'answered' });
    expect(arrived).toHaveLength(1);
    expect(proxy.heads).toEqual([]);
  });
});

it('goes to its one origin, whatever a request names', async () => {
  const own = await startHttpServer((_, outgoing) => outgoing.end('own'));
  const other = await startHttpServer((_, outgoing) => outgoing.end('other'));
  const dispatcher = open({ origin: new URL(own.baseUrl).origin });
  await ask(dispatcher, new URL(other.baseUrl).origin);
  expect(own.arrived).toHaveLength(1);
  expect(other.arrived).toEqual([]);
});
