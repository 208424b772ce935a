import { Hono, type Context } from 'hono';
import { isRefusal } from '#domain/refusal.ts';
import { decisionPage, sendingPage } from './decision-page.ts';
import { deskRoutes } from './desk-routes.ts';
import { enrolmentPage, recoveryPage } from './enrolment-pages.ts';
import { formBody, jsonField } from './form-body.ts';
import { type Html, refused, said } from './layout.ts';
import type { Served } from './served.ts';
import { showEnrolled, showSheet } from './show-once.ts';
import { wishPage } from './wish-page.ts';

/** What stands in the address of a page: 32 bytes in hexadecimal. */
const tokenPath = ':token{[0-9a-f]{64}}';

const answer = (context: Context, page: Html, status: 200 | 403 = 200) => context.html(page, status);

const tokenOf = (context: Context): string => context.req.param('token') ?? '';

async function first(context: Context, ...names: readonly string[]): Promise<readonly string[]> {
  const body = await formBody(context);
  return names.map((name) => body.get(name)?.[0] ?? '');
}

/** Approving with a passkey. */
function decisionRoutes({ useCases }: Served): Hono {
  const app = new Hono();
  app.get(`/${tokenPath}`, async (context) => {
    const page = await useCases().openDecision(tokenOf(context));
    if (page.kind !== 'decision') return answer(context, refused(page), 403);
    return answer(context, decisionPage(page, context.req.path));
  });
  app.post(`/${tokenPath}`, async (context) => {
    const [signed = '', comment = ''] = await first(context, 'answer', 'comment');
    const done = await useCases().decide({ token: tokenOf(context), answer: jsonField(signed), comment });
    if (done.kind !== 'done') return answer(context, refused(done), 403);
    return answer(context, said('Approved', done.sentence, 'You can close this page.'));
  });
  return app;
}

/** Enrolling a passkey or codes. */
function enrolmentRoutes({ useCases, clock }: Served): Hono {
  const app = new Hono();
  app.get(`/${tokenPath}`, async (context) => {
    const page = await useCases().openEnrolment(tokenOf(context));
    if (page.kind !== 'enrolment') return answer(context, refused(page), 403);
    return answer(context, enrolmentPage(page, context.req.path));
  });
  app.post(`/${tokenPath}/passkey`, async (context) => {
    const [made = ''] = await first(context, 'answer');
    const done = await useCases().enrolPasskey({ token: tokenOf(context), answer: jsonField(made) });
    return done.kind === 'enrolled'
      ? answer(context, showEnrolled(done, clock.now()))
      : answer(context, refused(done), 403);
  });
  app.post(`/${tokenPath}/codes`, async (context) => {
    const sheet = await useCases().offerCodes(tokenOf(context));
    if ('kind' in sheet) return answer(context, refused(sheet), 403);
    return answer(context, showSheet(sheet, context.req.path.replace(/\/codes$/, '')));
  });
  app.post(`/${tokenPath}/codes/first`, async (context) => {
    const [sealed = '', code = ''] = await first(context, 'sealed', 'code');
    const done = await useCases().enrolCodes({ token: tokenOf(context), sealed, code });
    return done.kind === 'enrolled'
      ? answer(context, showEnrolled(done, clock.now()))
      : answer(context, refused(done), 403);
  });
  return app;
}

/** Beginning a recovery with two codes. */
function recoveryRoutes({ useCases }: Served): Hono {
  const app = new Hono();
  app.get(`/${tokenPath}`, async (context) => {
    const page = await useCases().openRecovery(tokenOf(context));
    return isRefusal(page)
      ? answer(context, refused(page), 403)
      : answer(context, recoveryPage(page.name, context.req.path));
  });
  app.post(`/${tokenPath}`, async (context) => {
    const codes = (await formBody(context)).get('code') ?? [];
    const done = await useCases().recover({ token: tokenOf(context), codes });
    return done.kind === 'done' ? answer(context, said('Begun', done.sentence)) : answer(context, refused(done), 403);
  });
  return app;
}

/** Breaking the glass with a passkey. */
function sendingRoutes({ useCases }: Served): Hono {
  const app = new Hono();
  app.get(`/${tokenPath}`, async (context) => {
    const page = await useCases().openSending(tokenOf(context));
    if (page.kind !== 'decision') return answer(context, refused(page), 403);
    return answer(context, sendingPage(page, context.req.path));
  });
  app.post(`/${tokenPath}`, async (context) => {
    const [signed = ''] = await first(context, 'answer');
    const done = await useCases().send({ token: tokenOf(context), answer: jsonField(signed) });
    if (done.kind !== 'done') return answer(context, refused(done), 403);
    return answer(context, said('Sent', done.sentence, 'You can close this page.'));
  });
  return app;
}

/** Signing what was typed at the command line. */
function wishRoutes({ useCases }: Served): Hono {
  const app = new Hono();
  app.get(`/${tokenPath}`, async (context) => {
    const page = await useCases().openWish(tokenOf(context));
    if (page.kind !== 'wish') return answer(context, refused(page), 403);
    return answer(context, wishPage(page, context.req.path));
  });
  app.post(`/${tokenPath}`, async (context) => {
    const [signed = ''] = await first(context, 'answer');
    const done = await useCases().signWish({ token: tokenOf(context), answer: jsonField(signed) });
    if (done.kind !== 'done') return answer(context, refused(done), 403);
    return answer(context, said('Signed', done.sentence, 'You can close this page.'));
  });
  return app;
}

/** Every page, by the first word of its address. */
export function pageRoutes(served: Served): Hono {
  const app = new Hono();
  app.route('/approve', decisionRoutes(served));
  app.route('/enrol', enrolmentRoutes(served));
  app.route('/recover', recoveryRoutes(served));
  app.route('/host', wishRoutes(served));
  app.route('/desk', deskRoutes(served));
  app.route('/send', sendingRoutes(served));
  return app;
}
