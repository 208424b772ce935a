import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

/** Strokes on a 20 × 20 grid, drawn for this page. */
const PATHS = {
  hash: 'M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13.5M3 12.5h13.5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  bolt: 'M11 2.5 4.5 11.5H9l-1 6 6.5-9H10z',
  send: 'M3.5 10 16.5 4l-4 12.5-3-5zM9.5 11.5l3-3',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  right: 'M8 5.5 12.5 10 8 14.5',
  close: 'm5 5 10 10M15 5 5 15',
  check: 'm4.5 10.5 3.5 4 7.5-9',
  copy: 'M7.5 7.5h8.5v9h-8.5zM12.5 7.5v-4h-8.5v9h3.5',
  reply: 'M3.5 4.5h13v8.5h-7l-3.5 3v-3h-2.5z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  moon: 'M16 11.8A6.8 6.8 0 0 1 8.2 4a6.3 6.3 0 1 0 7.8 7.8z',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l2.8 1.8',
  shield: 'M10 2.8 4 5v4.5c0 3.7 2.5 6.3 6 7.7 3.5-1.4 6-4 6-7.7V5zM7.3 9.8l2 2 3.5-3.8',
  pencil: 'M4 16l.8-3.2L13 4.5l2.5 2.5-8.3 8.3zM11.5 6l2.5 2.5',
  ghost: 'M5 16.5V9a5 5 0 0 1 10 0v7.5l-1.7-1.5-1.6 1.5-1.7-1.5-1.7 1.5-1.6-1.5zM8.2 8.8v.4M11.8 8.8v.4',
  reset: 'M4.5 10a5.5 5.5 0 1 0 1.8-4.1M4.5 3.5v3.3h3.3',
  building: 'M4.5 17V3.5h7V17M11.5 8h4v9M3 17h14M7 6.5h2M7 9.5h2M7 12.5h2',
  chat: 'M3.5 4h13v9.5H9l-3.5 3v-3h-2z',
  list: 'M4 5.5h12M4 10h12M4 14.5h8',
  eye: 'M2.5 10S5 5.5 10 5.5 17.5 10 17.5 10 15 14.5 10 14.5 2.5 10 2.5 10M10 8.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  warning: 'M10 3.5 2.8 16.5h14.4zM10 8.5v3.5M10 14.3v.2',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 9.5v4M10 6.8v.2',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  key: 'M9.5 11a3 3 0 1 1-6 0 3 3 0 0 1 6 0M9.5 11h7.2M13.6 11v2.6M16.7 11v2',
  flag: 'M5 17.5V3.5M5 4h9.5l-2 3.3 2 3.2H5',
  sliders: 'M4 6.5h6.5M14 6.5h2M4 13.5h2M9.5 13.5H16M12.2 4.7v3.6M7.8 11.7v3.6',
  panel: 'M3.5 4h13v12h-13zM12 4v12',
  user: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M4 16.5c.5-3 2.8-4.5 6-4.5s5.5 1.5 6 4.5',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the words beside it, or the name of its button, carry the meaning. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return html`<svg class="icon icon-${name}" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${PATHS[name]} />
  </svg>`;
}
