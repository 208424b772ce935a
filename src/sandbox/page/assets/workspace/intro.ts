import { Mark } from '../parts/avatar.ts';
import { Icon } from '../parts/icon.ts';
import type { IconName } from '../parts/icon.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

interface IntroProps {
  /** An icon's name, or the app's own mark. */
  readonly icon: IconName | 'mark';
  readonly title: string;
  readonly text: string;
}

/** How a conversation begins, before its first message. */
export function Intro({ icon, title, text }: IntroProps): VNode {
  return html`<div class="intro">
    <span class="intro-icon ${icon === 'mark' ? 'tint-bot' : ''}"
      >${icon === 'mark' ? html`<${Mark} />` : html`<${Icon} name=${icon} />`}</span
    >
    <h3>${title}</h3>
    <p>${text}</p>
  </div>`;
}
