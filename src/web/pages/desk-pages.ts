import { html } from 'hono/html';
import { standingWords } from '#approvals/standing-words.ts';
import { shortDigest } from '#domain/canonical.ts';
import { shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { DeskLook } from '#workflow/emergency-desk/look.ts';
import type { DeskDoor } from '#workflow/emergency-desk/sign-in.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { Failed } from '#workflow/use-cases.ts';
import { type DeskWay, deskWays } from './desk-choices.ts';
import { type Html, layout } from './layout.ts';
import { signForm } from './passkey-form.ts';

const clean = (text: string, max = 200): string => oneLine(text, max) || '–';

/** The door: a passkey says who is there, and nothing else is asked. */
export function doorPage({ challenge, rpId }: DeskDoor): Html {
  const sign = { challenge, rpId, credentialIds: [] };
  return layout(
    'Desk',
    html`<section class="card">
        <h1>The desk</h1>
        <p>Stop a key, a project or everything, also while Slack does not answer.</p>
        ${signForm(sign, { action: '/desk', label: 'Sign in with your passkey' })}
      </section>
      <p class="soft small">
        Signing in opens the desk for ten minutes and changes nothing. Whatever you stop is signed by itself, exactly as
        it is sent; Slack hears of it, and somebody else reviews it.
      </p>`,
  );
}

/** What was refused, with the way back. */
export function deskRefused(no: Refusal | Failed, back: string): Html {
  const lines =
    no.kind === 'failed' ? [no.sentence] : [no.rule, ...(no.whoCan === '' ? [] : [`Who can: ${no.whoCan}`])];
  return layout(
    'Desk',
    html`<section class="card">
        <h1>${no.kind === 'failed' ? 'Nothing was stopped' : no.what}</h1>
        ${lines.map((line) => html`<p>${line}</p>`)}
      </section>
      <p><a class="back" href="${back}">Back</a></p>`,
  );
}

function tile(path: string, way: DeskWay): Html {
  return html`<li>
    <a class="tile" href="${path}/stop/${way.slug}"
      ><strong>${way.title}</strong><span class="soft">${way.does}</span></a
    >
  </li>`;
}

function ways(look: DeskLook, path: string): Html {
  if (look.stops.length === 0) {
    return html`<section class="card">
      <h2>You can look here, not stop anything</h2>
      <p class="soft">The policy lists by name who may stop things at the desk, and you are not on that list.</p>
    </section>`;
  }
  const open = look.stops.filter(({ refused }) => refused === null).map(({ operation }) => operation);
  const no = look.stops.find(({ refused }) => refused !== null)?.refused ?? null;
  return html`${
      no === null
        ? ''
        : html`<section class="card warn">
            <p>${no.rule}</p>
            <p>${no.whoCan}</p>
          </section>`
    }
    <ul class="tiles">
      ${deskWays.filter(({ operation }) => open.includes(operation)).map((way) => tile(path, way))}
    </ul>`;
}

function line(path: string, { terms, state, digest }: PlannedRequest): Html {
  const { plan, requester, reason, id, decideBy } = terms;
  const until = state === 'pending' ? ` Open until ${utcMinute(decideBy)}.` : '';
  return html`<li>
    <a href="${path}/request/${id}">${clean(plan.title, 150)}</a>
    <span class="soft">${clean(plan.gist)}</span>
    <span class="soft">${clean(requester.name, 80)}: ${clean(reason)}</span>
    <span class="soft">${standingWords[state]}${until}</span>
    <span class="mono">${shortRequestId(id)} · ${shortDigest(digest)}</span>
  </li>`;
}

function requests(
  title: string,
  path: string,
  { records, none }: { records: readonly PlannedRequest[]; none: string },
): Html {
  return html`<section class="card">
    <h2>${title}</h2>
    ${
      records.length === 0
        ? html`<p class="soft">${none}</p>`
        : html`<ul class="requests">
            ${records.map((record) => line(path, record))}
          </ul>`
    }
  </section>`;
}

function slackSays({ isSlackSilent, stops }: DeskLook): string {
  if (isSlackSilent) return 'Slack does not answer. It is told of everything as soon as it does.';
  if (stops.length === 0) return 'Slack answers: ask there.';
  return 'Slack answers. If there is time, ask there: a second person then looks before it is done.';
}

/** What somebody sees first who has signed in. */
export function lookPage(look: DeskLook, path: string): Html {
  const unread = look.isSlackSilent ? 'Nobody can say now who is in Slack’s groups, so more may wait for you. ' : '';
  return layout(
    'Desk',
    html`<h1>${look.stops.length === 0 ? `The desk, ${look.name}` : `What has to stop, ${look.name}?`}</h1>
      <p class="state">${slackSays(look)}</p>
      ${ways(look, path)}
      ${
        look.alarms.length === 0
          ? ''
          : html`<section class="card warn">
              <h2>Stopped before, and still to be reviewed</h2>
              ${look.alarms.map((alarm) => html`<p>${clean(alarm, 400)}</p>`)}
            </section>`
      }
      ${requests('You asked for', path, { records: look.mine, none: 'Nothing of yours is open.' })}
      ${requests('Waiting for you', path, {
        records: look.waiting,
        none: 'Nothing waits for you.',
      })}
      <p class="soft small">${unread}Decisions are taken in Slack. The desk stays open for ten minutes.</p>`,
  );
}
