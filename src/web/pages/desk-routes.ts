import { type Context, Hono } from 'hono';
import { requestId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Failed } from '#workflow/use-cases.ts';
import { type DeskWay, deskWay } from './desk-choices.ts';
import { deskRefused, doorPage, lookPage } from './desk-pages.ts';
import { deskRequestPage, isUnderWay } from './desk-request-page.ts';
import { stopPage } from './desk-stop-page.ts';
import { formBody, jsonField } from './form-body.ts';
import type { Served } from './served.ts';

const tokenPath = ':token{[0-9a-f]{64}}';
const idPath = ':id{R[0-9A-HJKMNP-TV-Z]{26}}';
const DOOR = '/desk';
// Often enough for somebody who stares at it, seldom enough for the database.
const LOOK_AGAIN_S = 2;

const tokenOf = (context: Context): string => context.req.param('token') ?? '';
const deskOf = (context: Context): string => `${DOOR}/${tokenOf(context)}`;
const refuse = (context: Context, no: Refusal | Failed, back: string = DOOR) =>
  context.html(deskRefused(no, back), 403);

/** Signing in and looking around. */
function doorRoutes(app: Hono, { useCases }: Served): void {
  app.get('/', (context) => {
    const door = useCases().desk.door();
    return door.kind === 'door' ? context.html(doorPage(door)) : refuse(context, door);
  });
  app.post('/', async (context) => {
    const answer = jsonField((await formBody(context)).get('answer')?.[0] ?? '');
    const opened = await useCases().desk.signIn(answer);
    return opened.kind === 'opened' ? context.redirect(new URL(opened.url).pathname, 303) : refuse(context, opened);
  });
  app.get(`/${tokenPath}`, async (context) => {
    const look = await useCases().desk.look(tokenOf(context));
    return look.kind === 'look' ? context.html(lookPage(look, deskOf(context))) : refuse(context, look);
  });
}

/** What was picked and typed, by field of the operation. */
async function wishOf(context: Context, way: DeskWay) {
  const body = await formBody(context);
  const picked = way.field === null ? {} : { [way.field]: body.get('pick')?.[0] ?? '' };
  const account = body.get('withAccount')?.[0] === 'yes' ? { withAccount: 'yes' } : {};
  return { words: { ...way.words, ...picked, ...account }, reason: body.get('reason')?.[0] ?? '' };
}

/** Choosing what to stop. */
function choosingRoutes(app: Hono, { useCases }: Served): void {
  app.get(`/${tokenPath}/stop/:way`, async (context) => {
    const way = deskWay(context.req.param('way'));
    if (way === null) return context.notFound();
    const { operation, field } = way;
    const query = (context.req.query('q') ?? '').slice(0, 100);
    const asked = { token: tokenOf(context), operation, field, query };
    const choice = await useCases().desk.choose(asked);
    if (choice.kind !== 'choice') return refuse(context, choice, deskOf(context));
    return context.html(stopPage(way, deskOf(context), field === null ? null : choice));
  });
  app.post(`/${tokenPath}/stop/:way`, async (context) => {
    const way = deskWay(context.req.param('way'));
    if (way === null) return context.notFound();
    const wanted = { token: tokenOf(context), operation: way.operation, ...(await wishOf(context, way)) };
    const prepared = await useCases().desk.prepare(wanted);
    const here = deskOf(context);
    if (prepared.kind !== 'prepared') return refuse(context, prepared, `${here}/stop/${way.slug}`);
    return context.redirect(`${here}/request/${prepared.requestId}`, 303);
  });
}

/** Looking at one request, and signing it. */
function requestRoutes(app: Hono, { useCases }: Served): void {
  app.get(`/${tokenPath}/request/${idPath}`, async (context) => {
    const asked = { token: tokenOf(context), requestId: requestId(context.req.param('id')) };
    const page = await useCases().desk.show(asked);
    if (page.kind !== 'request') return refuse(context, page, deskOf(context));
    if (isUnderWay(page)) context.header('refresh', String(LOOK_AGAIN_S));
    return context.html(deskRequestPage(page, context.req.path, deskOf(context)));
  });
  app.post(`/${tokenPath}/request/${idPath}`, async (context) => {
    const answer = jsonField((await formBody(context)).get('answer')?.[0] ?? '');
    const asked = { token: tokenOf(context), requestId: requestId(context.req.param('id')), answer };
    const done = await useCases().desk.stop(asked);
    return done.kind === 'done' ? context.redirect(context.req.path, 303) : refuse(context, done, deskOf(context));
  });
}

/** The desk, which needs no Slack. */
export function deskRoutes(served: Served): Hono {
  const app = new Hono();
  doorRoutes(app, served);
  choosingRoutes(app, served);
  requestRoutes(app, served);
  return app;
}
