import { MockAgent, Pool } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exchangeOnce, type ExchangeLimits } from '#openai/one-exchange.ts';
import { findClosedPort, startCuttingServer, startHttpServer, startTcpServer } from './support/small-server.ts';

const limits: ExchangeLimits = { totalMs: 10_000, maxBytes: 1000 };

function exchange(baseUrl: string, more: Partial<ExchangeLimits> & { headersTimeout?: number } = {}) {
  const pool = new Pool(new URL(baseUrl).origin, { allowH2: false, connections: 4, connect: { timeout: 500 } });
  onTestFinished(() => pool.destroy());
  const { headersTimeout = 10_000, ...given } = more;
  const request = { method: 'POST', path: '/v1/x', body: '{}', headersTimeout } as const;
  return exchangeOnce(pool, request, { ...limits, ...given });
}

describe('one exchange', () => {
  it('answers status, headers and bytes', async () => {
    const { baseUrl } = await startHttpServer((_, outgoing) =>
      outgoing.writeHead(201, { 'x-request-id': 'req_1' }).end('hello'),
    );
    const raw = await exchange(baseUrl);
    expect(raw).toMatchObject({ kind: 'answered', status: 201, headers: { 'x-request-id': 'req_1' } });
    expect(raw.kind === 'answered' && raw.bytes.toString()).toBe('hello');
  });

  it('passes over an informational answer', async () => {
    const { baseUrl } = await startTcpServer((socket) =>
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'),
    );
    expect(await exchange(baseUrl)).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('does not take an informational answer for the status of one that is lost', async () => {
    const { baseUrl } = await startTcpServer((socket) =>
      socket.write('HTTP/1.1 103 Early Hints\r\n\r\n', () => socket.resetAndDestroy()),
    );
    expect(await exchange(baseUrl)).toMatchObject({ kind: 'lost', wasSent: true, status: null });
  });

  it('proves that nothing was sent when nobody listens', async () => {
    const port = await findClosedPort();
    expect(await exchange(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'lost', wasSent: false, status: null });
  });

  it('proves that nothing was sent when the name does not exist', async () => {
    expect(await exchange('http://no-such-host.invalid')).toMatchObject({ kind: 'lost', wasSent: false });
  });

  it('proves that nothing was sent when time runs out before the connection stands', async () => {
    // TLS is awaited from a server that never speaks it.
    const server = await startTcpServer(() => undefined);
    const raw = await exchange(`https://127.0.0.1:${server.port}`, { totalMs: 30 });
    expect(raw).toMatchObject({ kind: 'lost', wasSent: false, error: { code: 'TOTAL_TIMEOUT' } });
  });

  it('sends nothing any more after it was given up', async () => {
    const { baseUrl, heads } = await startTcpServer((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
    );
    const pool = new Pool(new URL(baseUrl).origin, { allowH2: false, connections: 1 });
    onTestFinished(() => pool.destroy());
    const request = { method: 'POST', path: '/late', body: '{}' } as const;
    // Both share one connection; the first is on it, so the second waits for it and is given up while it waits.
    const first = exchangeOnce(pool, { ...request, path: '/first' }, limits);
    const given = await exchangeOnce(pool, request, { ...limits, totalMs: 0 });
    await first;
    await exchangeOnce(pool, { ...request, path: '/next' }, limits);
    expect(given).toMatchObject({ kind: 'lost', wasSent: false });
    expect(heads.map((head) => head.split(' ')[1])).toEqual(['/first', '/next']);
  });

  it('proves that nothing was sent when the connection is reset before it is secured', async () => {
    const { baseUrl, connections } = await startCuttingServer();
    const raw = await exchange(baseUrl.replace('http:', 'https:'));
    expect(raw).toMatchObject({ kind: 'lost', wasSent: false });
    expect(connections()).toBe(1);
  });

  it.each([
    ['the request', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\ncontent-le'],
    ['half a body', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{"id"'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\n{"id"'],
  ])('is lost after sending when the connection is reset after %s', async (_, text) => {
    const { baseUrl, heads } = await startTcpServer((socket) => socket.write(text, () => socket.resetAndDestroy()));
    expect(await exchange(baseUrl)).toMatchObject({ kind: 'lost', wasSent: true });
    expect(heads).toHaveLength(1);
  });

  it('is lost after sending when the answer is not HTTP', async () => {
    const { baseUrl } = await startTcpServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'));
    expect(await exchange(baseUrl)).toMatchObject({ kind: 'lost', wasSent: true });
  });

  it('is lost after sending when the head does not come in time', async () => {
    const { baseUrl, heads } = await startTcpServer(() => undefined);
    const raw = await exchange(baseUrl, { headersTimeout: 20 });
    expect(raw).toMatchObject({ kind: 'lost', wasSent: true, error: { code: 'UND_ERR_HEADERS_TIMEOUT' } });
    expect(heads).toHaveLength(1);
  });

  it('is lost after sending when a body trickles past the total time, and still knows the status', async () => {
    const { baseUrl } = await startTcpServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\nx-request-id: req_slow\r\n\r\n');
      const drip = setInterval(() => socket.write('a'), 5);
      socket.on('close', () => clearInterval(drip));
    });
    const raw = await exchange(baseUrl, { totalMs: 60, maxBytes: 1_000_000 });
    expect(raw).toMatchObject({ kind: 'lost', wasSent: true, status: 200, error: { code: 'TOTAL_TIMEOUT' } });
    expect(raw.headers['x-request-id']).toBe('req_slow');
  });

  it('stops at the most bytes it may read', async () => {
    const { baseUrl } = await startHttpServer((_, outgoing) => outgoing.writeHead(200).end('x'.repeat(5000)));
    expect(await exchange(baseUrl)).toMatchObject({
      kind: 'lost',
      wasSent: true,
      status: 200,
      error: { code: 'TOO_LARGE' },
    });
  });

  it('is one request, also where the library would start it again', async () => {
    let starts = 0;
    const aborted: string[] = [];
    const controller = { aborted: false, paused: false, reason: null, pause: () => undefined, resume: () => undefined };
    const twice = {
      dispatch(
        _: unknown,
        handler: { onRequestStart(c: object): void; onResponseError(c: object, error: Error): void },
      ) {
        for (const name of ['first', 'second']) {
          starts += 1;
          handler.onRequestStart({
            ...controller,
            abort: (reason: Error) => {
              aborted.push(name);
              handler.onResponseError(controller, reason);
            },
          });
        }
        return true;
      },
    };
    const raw = await exchangeOnce(twice as never, { method: 'POST', path: '/' }, limits);
    expect(starts).toBe(2);
    expect(aborted).toEqual(['second']);
    expect(raw).toMatchObject({ kind: 'lost', wasSent: true, error: { code: 'SENT_TWICE' } });
  });

  it('does not throw when the dispatcher does', async () => {
    const agent = new MockAgent();
    agent.disableNetConnect();
    onTestFinished(() => agent.close());
    const raw = await exchangeOnce(agent, { origin: 'http://127.0.0.1:1', method: 'GET', path: '/' }, limits);
    expect(raw).toMatchObject({ kind: 'lost', wasSent: false });
  });
});
