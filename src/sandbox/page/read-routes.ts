import { Hono } from 'hono';
import { canSit } from './act-routes.ts';
import type { ChangeStream } from './change-stream.ts';
import { refusal } from './guard.ts';
import type { PageOptions } from './page-options.ts';
import { takeView } from './page-view.ts';
import type { Stage } from './stage.ts';
import type { PageConfig } from './wire.ts';

/** Other types would be drawn or run by the browser in ways that a chart never needs. */
const DRAWN_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function readRoutes(stage: Stage, options: PageOptions, changes: ChangeStream): Hono {
  const routes = new Hono();
  routes.get('/config', (context) => context.json(describe(stage, options)));
  routes.get('/events', (context) => changes.open(context));

  routes.get('/view', (context) => {
    const personId = context.req.query('person') ?? '';
    if (!canSit(stage.seat, personId)) return context.json(refusal('no_such_person', 'Nobody can sit there.'), 404);
    const channelId = context.req.query('channel') ?? null;
    const threadTs = context.req.query('thread') ?? null;
    return context.json(takeView(stage, { personId, channelId, threadTs }));
  });

  routes.get('/files/:channel/:file', (context) => {
    const personId = context.req.query('person') ?? '';
    const thread = context.req.query('thread');
    const place = { channelId: context.req.param('channel'), ...(thread === undefined ? {} : { threadTs: thread }) };
    const messages = canSit(stage.seat, personId) ? stage.seat.messages(personId, place) : [];
    const file = messages.flatMap((message) => message.files).find(({ id }) => id === context.req.param('file'));
    if (file === undefined) return context.json(refusal('no_such_file', 'This person can see no such file.'), 404);
    const drawn = DRAWN_TYPES.has(file.mimetype);
    return context.body(new Uint8Array(file.bytes), 200, {
      'content-type': drawn ? file.mimetype : 'application/octet-stream',
      'content-disposition': drawn ? 'inline' : 'attachment',
    });
  });
  return routes;
}

function describe(stage: Stage, options: PageOptions): PageConfig {
  return {
    mode: stage.mode,
    people: stage.seat.people(),
    workspaceName: options.workspaceName ?? stage.board().organization.name,
    commandName: options.commandName,
    shortcuts: options.shortcuts,
    roles: options.roles,
    commandHints: options.commandHints ?? [],
    userGroups: options.userGroups ?? {},
    tour: options.tour ?? {},
  };
}
