import { html } from 'hono/html';
import type { Refusal } from '#domain/refusal.ts';
import type { Failed } from '#workflow/use-cases.ts';

/** HTML whose values were escaped where they were put in. */
export type Html = ReturnType<typeof html>;

/** One page: readable on a phone, without anything from elsewhere. */
export function layout(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Countersign</title>
        <link rel="stylesheet" href="/assets/page.css" />
        <script src="/assets/webauthn.js" defer></script>
        <script src="/assets/page.js" defer></script>
      </head>
      <body>
        <main>
          <p class="brand">Countersign</p>
          ${body}
        </main>
      </body>
    </html>`;
}

/** A page that only says something. */
export function said(title: string, ...lines: readonly string[]): Html {
  return layout(
    title,
    html`<section class="card">
      <h1>${title}</h1>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </section>`,
  );
}

/** What was refused, the rule and who can; the same shape as in Slack. */
export function refused(no: Refusal | Failed): Html {
  if (no.kind === 'failed') return said('Not done', no.sentence);
  const who = no.whoCan === '' ? [] : [`Who can: ${no.whoCan}`];
  return said('Not possible', no.what, no.rule, ...who);
}
