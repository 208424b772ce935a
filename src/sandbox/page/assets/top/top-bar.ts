import { Mark } from '../parts/avatar.ts';
import { Icon } from '../parts/icon.ts';
import { app, useApp } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { Clock } from './clock.ts';
import { Levers } from './levers.ts';
import { PersonChip } from './person-chip.ts';
import { ThemeToggle } from './theme-toggle.ts';

const MODES = {
  live: { name: 'Live', means: 'Approved changes are sent to the emulated organization.' },
  'plan-only': { name: 'Plan only', means: 'Everything works up to the last step; nothing is sent.' },
} as const;

/** What surrounds the workspace: the sandbox's own controls, never part of Slack. */
export function TopBar(): VNode {
  const modeId = useApp((state) => state.config.mode);
  const mode = MODES[modeId];
  const controlsOpen = useApp((state) => state.controlsOpen);
  const boardOpen = useApp((state) => state.boardOpen);
  return html`<header class="top">
    <div class="brand">
      <${Mark} />
      <h1>Countersign <span>sandbox</span></h1>
    </div>
    <span class="mode is-${modeId}" data-testid="mode" title=${mode.means}
      ><span class="mode-dot" aria-hidden="true"></span>${mode.name}<span class="unseen">: ${mode.means}</span></span
    >
    <${PersonChip} />
    <div class="controls ${controlsOpen ? 'is-open' : ''}" id="controls" role="group" aria-label="Sandbox controls">
      <${Clock} /><${Levers} />
      <${ThemeToggle} />
    </div>
    <button
      type="button"
      class="icon-button on-dark board-toggle"
      aria-pressed=${boardOpen ? 'true' : 'false'}
      aria-controls="board"
      aria-label="Show the OpenAI organization"
      title="Show the OpenAI organization"
      onClick=${() => app.set({ boardOpen: !boardOpen })}
    >
      <${Icon} name="building" />
    </button>
    <button
      type="button"
      class="icon-button on-dark controls-toggle"
      data-testid="controls-toggle"
      aria-expanded=${controlsOpen ? 'true' : 'false'}
      aria-controls="controls"
      aria-label="Sandbox controls"
      onClick=${() => app.set({ controlsOpen: !controlsOpen })}
    >
      <${Icon} name="sliders" />
    </button>
  </header>`;
}
