import { html } from 'hono/html';
import { isFinal, type RequestState } from '#approvals/state.ts';
import { standingWords } from '#approvals/standing-words.ts';
import { oneLine } from '#domain/printable.ts';
import type { DeskRequest } from '#workflow/emergency-desk/sign-stop.ts';
import { drawRequest } from './draw-request.ts';
import { type Html, layout } from './layout.ts';
import { signForm } from './passkey-form.ts';

const heads: Partial<Readonly<Record<RequestState, string>>> = {
  succeeded: 'Stopped',
  failed: 'This did not work',
  stale: 'This was not carried out',
  expired: 'This is over',
  simulated: 'Nothing was sent',
  partial: 'Stopped in part',
  needs_human: 'Not known yet',
};

/** Whether its page is to be looked at again by itself, because something is just happening. */
export const isUnderWay = ({ picture }: DeskRequest): boolean =>
  ['approved', 'executing', 'unknown'].includes(picture.record.state);

function standing(page: DeskRequest): Html {
  const { state, outcome } = page.picture.record;
  const head = heads[state] ?? (isUnderWay(page) ? 'It is being carried out' : 'How it stands');
  const tone = state === 'succeeded' ? 'done' : isFinal(state) ? 'warn' : 'state';
  return html`<section class="card ${tone}" role="status">
    <h2>${head}</h2>
    <p>${outcome === '' ? standingWords[state] : oneLine(outcome, 400)}</p>
    ${page.picture.frozen === null ? '' : html`<p>${oneLine(page.picture.frozen, 300)}</p>`}
    ${isUnderWay(page) ? html`<p class="soft">This page looks again by itself.</p>` : ''}
  </section>`;
}

function toSign(page: DeskRequest, action: string): Html | string {
  if (page.sign === null) return '';
  return html`<section class="card">
    <p>${page.name}, your passkey signs exactly this. It is carried out at once, nobody else looks first.</p>
    <p class="soft">Every channel is told as soon as Slack answers, and somebody else has to review it.</p>
    ${signForm(page.sign, { action, label: 'Sign and stop it', style: 'danger' })}
  </section>`;
}

/** One request at the desk, whole: to be signed, or as it stands. */
export function deskRequestPage(page: DeskRequest, action: string, desk: string): Html {
  return layout(
    page.picture.record.terms.plan.title,
    html`<p><a class="back" href="${desk}">Desk</a></p>
      ${page.sign === null ? standing(page) : html`<p class="state">Nothing has happened yet. Read it, then sign.</p>`}
      ${drawRequest(page.picture, page.sign !== null)} ${toSign(page, action)}`,
  );
}
