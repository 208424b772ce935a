import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { actRoutes } from './act-routes.ts';
import type { ChangeStream } from './change-stream.ts';
import { controlRoutes } from './control-routes.ts';
import { renderFrontPage } from './front-page.ts';
import { refusal, requireLoopbackHost, requireToken, sendSecurityHeaders } from './guard.ts';
import type { Assets } from './load-assets.ts';
import type { PageOptions } from './page-options.ts';
import { readRoutes } from './read-routes.ts';
import type { Stage } from './stage.ts';

/** A modal of a hundred inputs at Slack's 3,000 characters each is beyond anything the bot opens; its state fits. */
const MAX_BODY_BYTES = 256 * 1024;

export interface AppParts {
  readonly stage: Stage;
  readonly options: PageOptions;
  readonly assets: Assets;
  readonly changes: ChangeStream;
  readonly token: string;
}

export function createApp(parts: AppParts): Hono {
  const { stage, options, assets, changes, token } = parts;
  const app = new Hono();
  app.use(sendSecurityHeaders, requireLoopbackHost);
  app.use('/api/*', requireToken(token));
  app.use('/api/*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (context) => context.json(TOO_LARGE, 413) }));

  const frontPage = renderFrontPage(assets, token);
  app.get('/', (context) => context.html(frontPage));
  app.get('/assets/*', (context) => {
    const asset = assets.get(context.req.path.slice('/assets/'.length));
    if (asset === undefined) return context.json(NOT_FOUND, 404);
    return context.body(asset.body, 200, { 'content-type': asset.contentType });
  });
  app.route('/api', readRoutes(stage, options, changes));
  app.route('/api/act', actRoutes(stage));
  app.route('/api/control', controlRoutes(stage, changes));

  app.notFound((context) => context.json(NOT_FOUND, 404));
  app.onError((error, context) => {
    options.onFault?.(error);
    return context.json(refusal('fault', 'The sandbox could not do that. Its log says why.'), 500);
  });
  return app;
}

const NOT_FOUND = refusal('not_found', 'There is nothing here.');
const TOO_LARGE = refusal('too_large', 'This is larger than anything the page sends.');
