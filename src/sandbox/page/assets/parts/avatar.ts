import type { SeatPerson } from '../../../slack/seat.ts';
import { useApp } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

/** How many `.tint-n` colours the stylesheet has; each carries white letters at AA contrast. */
const TINTS = 10;

/** Initials on a colour: by place in the list of people, so that the first ten all differ. */
export function Avatar({
  person,
  size,
}: {
  readonly person: SeatPerson | undefined;
  readonly size: 'small' | 'medium' | 'large';
}): VNode {
  const people = useApp((state) => state.view.people);
  const isBot = person?.kind === 'bot';
  const place = people.findIndex((candidate) => candidate.id === person?.id);
  const tint = isBot ? 'bot' : String(Math.max(place, 0) % TINTS);
  return html`<span class="avatar avatar-${size} tint-${tint}" aria-hidden="true">
    ${isBot ? html`<${Mark} />` : initials(person?.realName ?? '?')}
  </span>`;
}

/** The app's mark: a signature ticked twice. */
export function Mark(): VNode {
  return html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="m3.5 12.5 4 4.5 7.5-10" />
    <path d="m10.5 15.5 1.5 1.5 8.5-11" />
  </svg>`;
}

function initials(name: string): string {
  const words = name.split(/[\s.]+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
