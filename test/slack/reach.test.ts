import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '#domain/secret.ts';
import type { SlackAnswer } from '#slack/api/call-slack.ts';
import { reachOf } from '#slack/reach.ts';
import { fakeAppToken } from '../support/fake-secret.ts';

const nobody = () => {
  throw new Error('There is no socket to ask for');
};

describe('the way from Slack to the bot', () => {
  let server: Server | null = null;
  afterEach(() => void server?.close());

  /** Something that answers at the public address, and what was asked of it. */
  async function behind(status: number): Promise<{ publicUrl: string; asked: string[] }> {
    const asked: string[] = [];
    const open = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(status).end();
    });
    server = open;
    await new Promise<void>((resolve) => void open.listen(0, '127.0.0.1', resolve));
    return { publicUrl: `http://127.0.0.1:${(open.address() as AddressInfo).port}`, asked };
  }

  it('is there when the bot itself refuses a delivery without a signature at the public address', async () => {
    const { publicUrl, asked } = await behind(401);
    expect(await reachOf({ kind: 'http', publicUrl }, nobody)).toEqual({ kind: 'reached', how: 'HTTP' });
    expect(asked).toEqual(['POST /slack/events']);
  });

  it.each([200, 302, 404, 502])('is not there when something else answers %i', async (status) => {
    const { publicUrl } = await behind(status);
    expect(await reachOf({ kind: 'http', publicUrl }, nobody)).toMatchObject({
      kind: 'unreached',
      why: expect.stringContaining(String(status)),
    });
  });

  it('is not there when nothing answers', async () => {
    expect(await reachOf({ kind: 'http', publicUrl: 'http://127.0.0.1:9' }, nobody)).toMatchObject({
      kind: 'unreached',
    });
  });

  it('is not looked for where nobody has said at which address', async () => {
    expect(await reachOf({ kind: 'http', publicUrl: null }, nobody)).toEqual({ kind: 'unasked' });
  });

  it.each<[SlackAnswer, object]>([
    [
      { ok: true, data: {} },
      { kind: 'reached', how: 'Socket Mode' },
    ],
    [
      { ok: false, error: 'invalid_auth', retryAfterMs: 0 },
      { kind: 'unreached', why: 'Slack says invalid_auth.' },
    ],
  ])('over a socket is what Slack says of the token: %j', async (answer, reach) => {
    const entrance = { kind: 'socket', appToken: new Secret(fakeAppToken()) } as const;
    expect(await reachOf(entrance, () => async () => answer)).toMatchObject(reach);
  });
});
