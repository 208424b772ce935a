import { html } from 'hono/html';
import { oneLine } from '#domain/printable.ts';
import type { DeskChoice } from '#workflow/emergency-desk/choose.ts';
import type { DeskWay } from './desk-choices.ts';
import { type Html, layout } from './layout.ts';

const clean = (text: string, max: number): string => oneLine(text, max) || '–';

const reason = html`<label for="reason">Why</label>
  <textarea
    id="reason"
    name="reason"
    rows="2"
    minlength="3"
    maxlength="500"
    required
    placeholder="It is in a public repository"
  ></textarea>`;

const withAccount = html`<label class="check">
  <input type="checkbox" name="withAccount" value="yes" />
  <span>Delete its whole service account too, with every key of it</span>
</label>`;

function picks(found: DeskChoice['found']): Html {
  return html`<fieldset class="picks">
    <legend>Which one?</legend>
    ${found.map(
      ({ value, label, description }, i) =>
        html`<label class="pick">
          <input type="radio" name="pick" value="${value}" required ${found.length === 1 && i === 0 ? 'checked' : ''} />
          <span><strong>${clean(label, 120)}</strong><span class="soft">${clean(description, 160)}</span></span>
        </label>`,
    )}
  </fieldset>`;
}

function search(path: string, way: DeskWay, { query, found }: DeskChoice): Html {
  return html`<form class="card" method="get" action="${path}/stop/${way.slug}" role="search">
    <label for="q">Find it</label>
    <p class="soft small">${way.hint}</p>
    <input id="q" name="q" value="${query}" maxlength="100" autocomplete="off" autofocus />
    <button type="submit" class="plain">Find</button>
    ${found.length === 0 ? html`<p class="say">Nothing here is called that.</p>` : ''}
  </form>`;
}

/** Picking what to stop, and why. Nothing happens by it: the next page shows what would. */
export function stopPage(way: DeskWay, path: string, choice: DeskChoice | null): Html {
  const isReady = choice === null || choice.found.length > 0;
  return layout(
    way.title,
    html`<p><a class="back" href="${path}">Desk</a></p>
      <h1>${way.title}</h1>
      <p class="soft">${way.does}</p>
      ${choice === null ? '' : search(path, way, choice)}
      ${
        isReady
          ? html`<form class="card" method="post" action="${path}/stop/${way.slug}">
              ${choice === null ? '' : picks(choice.found)} ${reason} ${way.slug === 'revoke' ? withAccount : ''}
              <button type="submit">See exactly what is sent</button>
            </form>`
          : ''
      }`,
  );
}
