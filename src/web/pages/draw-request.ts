import { html } from 'hono/html';
import { warrantEnds } from '#approvals/warrant.ts';
import { shortDigest } from '#domain/canonical.ts';
import { shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import type { Change, Step } from '#operations/plan.ts';
import { stepText } from '#operations/step-text.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Html } from './layout.ts';

// What a person or a vendor wrote, cut to one printable line; the template escapes it.
const clean = (text: string, max = 300): string => oneLine(text, max) || '–';

function change({ label, before, after }: Change): Html {
  const from = before === null ? '' : html`<del>${clean(before)}</del> → `;
  const to = after === null ? 'removed' : clean(after);
  return html`<dt>${clean(label, 60)}</dt>
    <dd>${from}${to}</dd>`;
}

function step(one: Step): Html {
  const { title, call } = stepText(one);
  return html`<li>${clean(title)}<br /><code>${clean(call)}</code></li>`;
}

function warnings(all: readonly string[]): Html | string {
  if (all.length === 0) return '';
  return html`<section class="card warn">
    <h2>Warnings</h2>
    ${all.map((warning) => html`<p>${clean(warning)}</p>`)}
  </section>`;
}

/** The request exactly as it stands in the record: what the card shows, and every call behind it. */
export function drawRequest({ record, isProduction, isPractice }: RequestPicture, isOpen = false): Html {
  const { plan, requester, reason, id, decideBy } = record.terms;
  const until = Math.min(decideBy, warrantEnds(record.terms) ?? decideBy);
  return html`<section class="card">
      ${isPractice ? html`<p><strong>PRACTICE: nothing real changes</strong></p>` : ''}
      <h1>${clean(plan.title, 150)}</h1>
      <p class="soft">${clean(plan.gist)}${isProduction ? ' · production' : ''} · ${plan.tier}</p>
      <p>${clean(requester.name, 80)} asks: ${clean(reason)}</p>
    </section>
    ${warnings(plan.warnings)}
    <section class="card">
      <h2>Changes</h2>
      <dl>${plan.changes.map(change)}</dl>
    </section>
    <section class="card">
      <dl>
        ${
          plan.holds === ''
            ? ''
            : html`<dt>Holds</dt>
                <dd>${clean(plan.holds)}</dd>`
        }
        <dt>If this is wrong</dt>
        <dd>${clean(plan.inverse.sentence)}</dd>
        ${plan.facts.map(
          ({ label, value, at }) =>
            html`<dt>${clean(label, 60)}, as of ${utcMinute(at)}</dt>
              <dd>${clean(value)}</dd>`,
        )}
        <dt>Request ${shortRequestId(id)} · open until ${utcMinute(until)}</dt>
        <dd class="mono digest">${shortDigest(record.digest)}</dd>
      </dl>
    </section>
    <details class="card" ${isOpen ? 'open' : ''}>
      <summary>Everything that is sent</summary>
      ${
        plan.steps.length === 0
          ? html`<p>Nothing is sent to OpenAI: Countersign itself does this.</p>`
          : html`<ol>
              ${plan.steps.map(step)}
            </ol>`
      }
      ${
        plan.endings.length === 0
          ? ''
          : html`<h2>At the end of the lease</h2>
              <ol>
                ${plan.endings.map(step)}
              </ol>`
      }
      <p class="soft">Digest <code>${record.digest}</code></p>
    </details>`;
}
