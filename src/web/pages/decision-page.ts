import { html } from 'hono/html';
import type { DecisionPage } from '#workflow/step-up/decide-on-page.ts';
import { drawRequest } from './draw-request.ts';
import { type Html, layout } from './layout.ts';
import { signForm } from './passkey-form.ts';

const comment = html`<label for="comment">Comment, if you like</label>
  <textarea id="comment" name="comment" rows="2" maxlength="500"></textarea>`;

/** An emergency, whole, and the one button with which its requester sends it alone. */
export function sendingPage(page: DecisionPage, path: string): Html {
  const { plan } = page.picture.record.terms;
  const form = signForm(page.sign, { action: path, label: 'Break the glass with your passkey', style: 'danger' });
  return layout(
    `Break-glass: ${plan.title}`,
    html`${drawRequest(page.picture)}
      <section class="card warn">
        <p>${page.name}, nobody else approves this. Every channel is told, and somebody else reviews it afterwards.</p>
        ${form}
      </section>`,
  );
}

/** What is approved, whole, and the one button that signs it. */
export function decisionPage(page: DecisionPage, path: string): Html {
  const { plan } = page.picture.record.terms;
  const form = signForm(page.sign, { action: path, label: 'Approve with your passkey', fields: comment });
  return layout(
    `Approve: ${plan.title}`,
    html`${drawRequest(page.picture)}
      <section class="card">
        <p class="soft">${page.name}, your passkey signs exactly this. To deny it, go back to Slack.</p>
        ${form}
      </section>`,
  );
}
