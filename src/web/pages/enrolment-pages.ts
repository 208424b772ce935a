import { html, raw } from 'hono/html';
import { formatDuration } from '#domain/duration.ts';
import { utcMinute } from '#domain/instant.ts';
import type { EnrolmentPage } from '#workflow/step-up/enrol.ts';
import { type Html, layout } from './layout.ts';
import { makeForm } from './passkey-form.ts';

/** Passkey or codes: what this person proves with that it is they. */
export function enrolmentPage(page: EnrolmentPage, path: string): Html {
  const cooling =
    page.coolingMs === 0 ? 'It counts at once.' : `It counts ${formatDuration(page.coolingMs)} from now, not before.`;
  const codes = html`<section class="card">
    <h2>Or one-time codes</h2>
    <p class="soft">For an authenticator app. Weaker: a code can be talked out of somebody, a passkey cannot.</p>
    <form method="post" action="${path}/codes"><button type="submit" class="plain">Use an app instead</button></form>
  </section>`;
  return layout(
    'Enrol',
    html`<section class="card">
        <h1>Enrol, ${page.name}</h1>
        <p>With a passkey you approve what is critical: with your finger, your face or a security key.</p>
        <p class="soft">${cooling} This page opens once.</p>
        ${makeForm(page, { action: `${path}/passkey`, label: 'Make a passkey' })}
      </section>
      ${page.hasCodes ? codes : ''}`,
  );
}

/** A seed as the page shows it this once. */
export interface DrawnSheet {
  readonly svg: string;
  readonly text: string;
  readonly sealed: string;
}

export function codesPage(sheet: DrawnSheet, path: string): Html {
  return layout(
    'One-time codes',
    html`<section class="card">
      <h1>Scan this with your app</h1>
      <div class="qr">${raw(sheet.svg)}</div>
      <p class="soft">Or type it:</p>
      <p class="mono">${sheet.text}</p>
      <form method="post" action="${path}/codes/first" autocomplete="off">
        <input type="hidden" name="sealed" value="${sheet.sealed}" />
        <label for="code">The code it shows now</label>
        <input id="code" name="code" inputmode="numeric" maxlength="8" required />
        <button type="submit">Enrol</button>
      </form>
    </section>`,
  );
}

export interface DrawnEnrolled {
  readonly what: string;
  readonly countsFrom: number | null;
  readonly recoveryCodes: readonly string[];
}

export function enrolledPage({ what, countsFrom, recoveryCodes }: DrawnEnrolled): Html {
  const when = countsFrom === null ? 'It counts at once.' : `It counts from ${utcMinute(countsFrom)}.`;
  return layout(
    'Enrolled',
    html`<section class="card">
        <h1>Enrolled: your ${what}</h1>
        <p>${when}</p>
      </section>
      <section class="card">
        <h2>Your recovery codes, shown once</h2>
        <p>
          Write them on paper and keep them away from your phone. Two of them, and a day of waiting, let you enrol anew.
          Earlier ones are worth nothing now.
        </p>
        <ul class="codes">
          ${recoveryCodes.map((code) => html`<li>${code}</li>`)}
        </ul>
      </section>`,
  );
}

export function recoveryPage(name: string, path: string): Html {
  return layout(
    'Recover',
    html`<section class="card">
      <h1>Recover, ${name}</h1>
      <p>Two of your five recovery codes begin a waiting day. Everybody hears of it; after it you can enrol anew.</p>
      <form method="post" action="${path}" autocomplete="off">
        <label for="first">One code</label>
        <input id="first" name="code" maxlength="40" required />
        <label for="second">Another one</label>
        <input id="second" name="code" maxlength="40" required />
        <button type="submit">Begin</button>
      </form>
    </section>`,
  );
}
