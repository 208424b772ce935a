import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { createChangeStream } from './change-stream.ts';
import { loadAssets } from './load-assets.ts';
import type { Page, PageOptions } from './page-options.ts';
import type { Stage } from './stage.ts';

/** Every header the page's own requests carry fits many times over. */
const MAX_HEADER_BYTES = 16 * 1024;

/** A body comes from a browser on the same machine; who needs longer is not one. */
const REQUEST_TIMEOUT_MS = 10_000;

/** Opens the sandbox's page on loopback. It answers until `close`, which also ends the browsers' event streams. */
export async function startPage(stage: Stage, options: PageOptions): Promise<Page> {
  const assets = await loadAssets();
  const changes = createChangeStream(stage);
  const token = randomBytes(32).toString('base64url');
  const app = createApp({ stage, options, assets, changes, token });

  const limits = { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS };
  const listener = getRequestListener(app.fetch);
  const server = createServer(limits, (request, response) => void listener(request, response));
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function close(): Promise<void> {
    changes.close();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }
  return { url: `http://127.0.0.1:${port}/`, close };
}
