import { html } from 'hono/html';
import { frozenWhat } from '#domain/freeze-scope.ts';
import { utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import type { HostWish } from '#workflow/ports/host-asks.ts';
import type { WishPage } from '#workflow/host/sign-wish.ts';
import { type Html, layout } from './layout.ts';
import { signForm } from './passkey-form.ts';

// What somebody typed, cut to one printable line; the template escapes it.
const clean = (text: string): string => oneLine(text, 500) || '–';

const line = (label: string, value: string): Html =>
  html`<dt>${clean(label)}</dt>
    <dd>${clean(value)}</dd>`;

interface Drawn {
  readonly title: string;
  readonly button: string;
  readonly note: string;
  readonly lines: readonly Html[];
}

function drawn(wish: HostWish): Drawn {
  switch (wish.does) {
    case 'freeze':
      return {
        title: `Freeze ${frozenWhat(wish.scope)}`,
        button: 'Freeze with your passkey',
        note: 'It takes effect at once. Two people thaw it in Slack.',
        lines: [line('Why', wish.why)],
      };
    case 'ask':
      return {
        title: `Ask for ${wish.operation}`,
        button: 'Ask with your passkey',
        note: 'Nothing is changed by this: it is planned, judged and decided as if you had asked in Slack.',
        lines: [
          ...Object.entries(wish.words).map(([name, word]) => line(name, word)),
          line('Why', wish.reason),
          ...(wish.when === '' ? [] : [line('When', wish.when)]),
        ],
      };
  }
}

/** What was typed on the host, whole, and the one button that signs it. */
export function wishPage({ name, ask, sign }: WishPage, path: string): Html {
  const { title, button, note, lines } = drawn(ask.wish);
  return layout(
    title,
    html`<section class="card">
        <p class="soft">Typed on the host at ${utcMinute(ask.askedAt)}, in your name</p>
        <h1>${clean(title)}</h1>
        <dl>${lines}</dl>
      </section>
      <section class="card">
        <p class="soft">${name}, if that was not you, close this page: without your passkey nothing happens. ${note}</p>
        ${signForm(sign, { action: path, label: button, ...(ask.wish.does === 'freeze' ? { style: 'danger' as const } : {}) })}
      </section>`,
  );
}
