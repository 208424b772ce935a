/// <reference lib="dom" />
import { Icon } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import { useSelected } from '../state/store.ts';
import { hideTour, restartTour, tour } from '../state/tour.ts';
import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { tourSteps } from './steps.ts';
import type { TourStep } from './steps.ts';

/** Five steps that tell the whole story. They tick themselves off by what really happened. */
export function TourCard(): VNode {
  const { done, hidden } = useSelected(tour, (state) => state);
  useApp((state) => state.view.people);
  const [folded, setFolded] = useState(() => !matchMedia('(min-width: 1100px)').matches);
  const steps = tourSteps();
  const current = steps.find(({ number }) => !done.includes(number));
  if (hidden) {
    return html`<button type="button" class="tour-reopen" data-testid="tour-show" onClick=${() => hideTour(false)}>
      <${Icon} name="flag" />Show the tour
    </button>`;
  }
  return html`<section class="tour ${folded ? 'is-folded' : ''}" aria-labelledby="tour-title" data-testid="tour">
    <header class="tour-head">
      <button
        type="button"
        class="tour-fold"
        aria-expanded=${folded ? 'false' : 'true'}
        aria-controls="tour-steps"
        onClick=${() => setFolded(!folded)}
      >
        <${Icon} name="down" />
        <h2 id="tour-title">Tour</h2>
        <span class="tour-count">${done.length} of ${steps.length} done</span>
      </button>
      <button type="button" class="quiet-button" data-testid="tour-restart" onClick=${restartTour}>Restart</button>
      <button
        type="button"
        class="icon-button"
        aria-label="Dismiss the tour"
        data-testid="tour-dismiss"
        onClick=${() => hideTour(true)}
      >
        <${Icon} name="close" />
      </button>
    </header>
    <div class="tour-progress" aria-hidden="true">
      <span style=${{ width: `${(done.length / steps.length) * 100}%` }}></span>
    </div>
    <ol class="tour-steps" id="tour-steps">
      ${steps.map((step) => html`<${Step} key=${step.number} step=${step} done=${done.includes(step.number)} current=${step === current} />`)}
    </ol>
    ${current === undefined && html`<p class="tour-end">That is the whole promise: nothing changes that a second person did not see, and what was tampered with is found out.</p>`}
  </section>`;
}

function Step({
  step,
  done,
  current,
}: {
  readonly step: TourStep;
  readonly done: boolean;
  readonly current: boolean;
}): VNode {
  return html`<li class="tour-step ${done ? 'is-done' : ''} ${current ? 'is-current' : ''}">
    <button
      type="button"
      data-testid=${`tour-step-${step.number}`}
      data-done=${String(done)}
      aria-current=${current ? 'step' : undefined}
      onClick=${step.go}
    >
      <span class="tour-number" aria-hidden="true">${done ? html`<${Icon} name="check" />` : step.number}</span>
      <span class="tour-words">
        <span class="tour-title">${step.title}${done && html`<span class="unseen"> (done)</span>`}</span>
        ${current && html`<span class="tour-hint">${step.hint}</span><span class="tour-go">Take me there</span>`}
      </span>
    </button>
  </li>`;
}
