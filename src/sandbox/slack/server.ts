import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Emulation } from './emulation.ts';
import { isRecord, parseJson } from './record.ts';
import { useResponseUrl } from './state/response-urls.ts';
import { receiveCall } from './web/receive-call.ts';
import { answerMessage } from './wire/answer-message.ts';

type Env = { Bindings: HttpBindings };

/** An upload may be large; what a demo or a test sends is not. */
const MAX_BODY_BYTES = 20_000_000;

/** Everything the app can reach over HTTP. The WebSocket of Socket Mode joins at `upgrade`. */
export function createServer(emulation: () => Emulation): Server {
  const app = new Hono<Env>();
  app.use(bodyLimit({ maxSize: MAX_BODY_BYTES }));
  app.on(['GET', 'POST'], '/api/:method', (context) => apiCall(context, emulation()));
  app.post('/upload/v1/:token', (context) => upload(context, emulation()));
  app.get('/files/:id/:name', (context) => download(context, emulation()));
  app.post('/response/:token', (context) => respond(context, emulation()));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.on('upgrade', (request, socket, head) => {
    const { sockets } = emulation();
    if (sockets === null) socket.destroy();
    else sockets.upgrade(request, socket, head);
  });
  return server;
}

async function apiCall(context: Context<Env>, emulation: Emulation): Promise<Response> {
  const answer = await receiveCall(emulation, context.req.param('method') ?? '', context.req.raw);
  if (answer.lost) {
    context.env.incoming.socket.destroy();
    return new Response(null, { status: 500 });
  }
  // Built by hand: Slack names the charset, and SDKs look for it.
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    date: new Date(emulation.workspace.clock.nowMs()).toUTCString(),
    'x-slack-req-id': emulation.workspace.mint.secret(),
    ...answer.headers,
  };
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

/** Step 2 of an upload. The URL is the permission; bytes come raw or as the one file of a form. */
async function upload(context: Context<Env>, emulation: Emulation): Promise<Response> {
  const { uploads } = emulation.workspace;
  const token = context.req.param('token') ?? '';
  const pending = uploads.get(token);
  if (pending === undefined) return context.text('not_found', 404);
  const bytes = await bytesOf(context.req.raw);
  if (bytes.byteLength !== pending.length) return context.text('length_mismatch', 400);
  uploads.set(token, { ...pending, bytes });
  return context.text(`OK - ${bytes.byteLength}`);
}

async function bytesOf(request: Request): Promise<Uint8Array> {
  const isForm = (request.headers.get('content-type') ?? '').startsWith('multipart/form-data');
  if (!isForm) return new Uint8Array(await request.arrayBuffer());
  for (const part of (await request.formData()).values()) {
    if (typeof part !== 'string') return new Uint8Array(await part.arrayBuffer());
  }
  return new Uint8Array();
}

function download(context: Context<Env>, emulation: Emulation): Response {
  const file = emulation.workspace.files.get(context.req.param('id') ?? '');
  const authorized = context.req.header('authorization') === `Bearer ${emulation.tokens.bot}`;
  // Slack sends a browser to its sign-in page here; for a program that is as good as not found.
  if (file === undefined || !authorized) return context.text('not_found', 404);
  return new Response(Buffer.from(file.bytes), { headers: { 'Content-Type': file.mimetype } });
}

/** A response_url. What is refused here is no 200, which is how an SDK notices. */
async function respond(context: Context<Env>, emulation: Emulation): Promise<Response> {
  const body = parseJson(await context.req.text());
  if (!isRecord(body)) return context.json({ ok: false, error: 'invalid_payload' }, 400);
  const token = context.req.param('token') ?? '';
  const use = useResponseUrl(emulation.workspace, token);
  if (!use.ok) return context.json({ ok: false, error: use.error }, 404);
  const answered = answerMessage(emulation.workspace, use.url, body);
  if (!answered.ok) return context.json({ ok: false, error: answered.error }, 400);
  return context.json({ ok: true });
}
