import { Icon } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import { advanceClock } from '../state/controls.ts';
import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

const HOUR_MS = 3_600_000;

const STEPS = [
  { id: 'hour', name: '+1 hour', byMs: HOUR_MS },
  { id: 'day', name: '+1 day', byMs: 24 * HOUR_MS },
  { id: 'week', name: '+1 week', byMs: 7 * 24 * HOUR_MS },
] as const;

/** The time in the sandbox, which only moves forward. */
export function Clock(): VNode {
  const nowMs = useApp((state) => state.view.nowMs);
  const [busy, setBusy] = useState(false);
  const now = new Date(nowMs);
  const day = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric' }).format(now);
  const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(now);
  const advance = async (byMs: number) => {
    setBusy(true);
    await advanceClock(byMs);
    setBusy(false);
  };
  return html`<div class="clock" role="group" aria-label="Clock of the sandbox">
    <${Icon} name="clock" />
    <time datetime=${now.toISOString()} data-testid="clock">${day}<span class="clock-time">${time}</span></time>
    ${STEPS.map(
      ({ id, name, byMs }) =>
        html`<button
          key=${id}
          type="button"
          class="top-button"
          data-testid=${`clock-forward-${id}`}
          aria-label=${`Move the clock forward: ${name.slice(1)}`}
          disabled=${busy}
          onClick=${() => advance(byMs)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}
