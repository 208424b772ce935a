import { html } from 'hono/html';
import type { SignOptions } from '#workflow/step-up/decide-on-page.ts';
import type { EnrolmentPage } from '#workflow/step-up/enrol.ts';
import type { Html } from './layout.ts';

// As long as the page itself is open.
const TIMEOUT_MS = 300_000;
// COSE numbers of what every authenticator can do: ES256, RS256, EdDSA.
const ALGORITHMS = [-7, -257, -8];

const url = (base64: string): string => Buffer.from(base64, 'base64').toString('base64url');
const passkeys = (ids: readonly string[]) => ids.map((id) => ({ id: url(id), type: 'public-key' }));

function signOptions({ challenge, rpId, credentialIds }: SignOptions): string {
  return JSON.stringify({
    challenge: url(challenge),
    rpId,
    allowCredentials: passkeys(credentialIds),
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  });
}

function makeOptions({ name, make }: EnrolmentPage): string {
  return JSON.stringify({
    challenge: url(make.challenge),
    rp: { id: make.rpId, name: 'Countersign' },
    user: { id: url(make.userId), name, displayName: name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
    excludeCredentials: passkeys(make.known),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    attestation: 'none',
    timeout: TIMEOUT_MS,
  });
}

interface Drawn {
  readonly action: string;
  readonly label: string;
  readonly style?: 'danger';
  readonly fields?: Html | string;
}

function form(kind: 'sign' | 'make', options: string, { action, label, style, fields = '' }: Drawn): Html {
  return html`<form method="post" action="${action}" data-passkey="${kind}" data-options="${options}">
    ${fields}
    <input type="hidden" name="answer" value="" />
    <button type="submit" class="${style ?? ''}">${label}</button>
    <p class="say" role="status"></p>
    <noscript><p>This page needs JavaScript, because only the browser can ask for a passkey.</p></noscript>
  </form>`;
}

/** A form whose button asks for a passkey's signature and sends it along. */
export const signForm = (sign: SignOptions, drawn: Drawn): Html => form('sign', signOptions(sign), drawn);

/** A form whose button makes a new passkey. */
export const makeForm = (page: EnrolmentPage, drawn: Drawn): Html => form('make', makeOptions(page), drawn);
