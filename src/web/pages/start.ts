import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '#workflow/ports/log.ts';
import { requireOwnOrigin, securityHeaders, sendSecurityHeaders } from './guard.ts';
import { said } from './layout.ts';
import { type Asset, loadAssets } from './load-assets.ts';
import { pageRoutes } from './routes.ts';
import type { Served } from './served.ts';

// A browser's request to a page is a few kilobytes; a signed answer with its comment too.
const LIMITS = { maxHeaderSize: 8192, headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 5_000 };
const MAX_BODY_BYTES = 64 * 1024;
// A handful of people at a time; everybody else is somebody else, and costs them, not us.
const MAX_CONNECTIONS = 128;

export interface Pages {
  /** The origin under which the pages are found. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface PagesOptions extends Served {
  readonly host: string;
  readonly port: number;
  /** The public address; null on one's own machine, where it is localhost with the port that was taken. */
  readonly origin: string | null;
  readonly log: Log;
}

function createApp(options: PagesOptions, assets: ReadonlyMap<string, Asset>, origin: () => string): Hono {
  const app = new Hono();
  app.use(sendSecurityHeaders, requireOwnOrigin(origin));
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => context.text('Too large.\n', 413) }));
  app.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    if (asset === undefined) return context.notFound();
    return context.body(asset.body, 200, { 'content-type': asset.contentType });
  });
  app.route('/', pageRoutes(options));
  app.notFound((context) => context.html(said('Nothing here', 'Open this page from Slack.'), 404));
  app.onError((error, context) => {
    options.log.error({ err: error }, 'A page met an error');
    const sorry = said('Something went wrong', 'Nothing was recorded. Look at the request before you try again.');
    return context.html(sorry, 500, securityHeaders);
  });
  return app;
}

/** Opens the bot's own pages, on a port of their own. `port: 0` takes any free one. Rejects when the port is taken. */
export async function startPages(options: PagesOptions): Promise<Pages> {
  const assets = await loadAssets();
  let origin = options.origin ?? '';
  const listener = getRequestListener(createApp(options, assets, () => origin).fetch);
  const server = createServer(LIMITS, (request, response) => void listener(request, response));
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (options.origin === null) origin = `http://localhost:${port}`;
  return {
    origin,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
