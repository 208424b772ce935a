import { Hono } from 'hono';
import type { ChangeStream } from './change-stream.ts';
import { advanceBody } from './bodies.ts';
import { refusal } from './guard.ts';
import { jsonBody } from './json-body.ts';
import type { Stage } from './stage.ts';
import type { ControlAnswer } from './wire.ts';

/** The levers beside the workspace: time, mischief, proof and a fresh start. */
export function controlRoutes(stage: Stage, changes: ChangeStream): Hono {
  const routes = new Hono();
  const control = (path: string, pull: () => Promise<ControlAnswer>) =>
    routes.post(path, async (context) => context.json(await pull()));

  control('/tamper', async () => ({ ok: true, lines: [await stage.tamper()] }));
  control('/go-behind-the-back', async () => ({ ok: true, lines: [await stage.goBehindTheBack()] }));
  control('/verify', async () => stage.verify());
  control('/reset', async () => {
    await stage.reset();
    changes.listenAgain();
    return { ok: true, lines: ['Everything is as at the start.'] };
  });
  routes.post('/advance', async (context) => {
    const body = await jsonBody(context, advanceBody);
    if (body === null)
      return context.json(refusal('bad_body', 'byMs is a number of milliseconds, at most a year.'), 400);
    await stage.clock.advance(body.byMs);
    const lines = [`It is now ${new Date(stage.clock.nowMs()).toISOString()}.`];
    return context.json({ ok: true, lines } satisfies ControlAnswer);
  });
  return routes;
}
