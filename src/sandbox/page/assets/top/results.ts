import { Icon } from '../parts/icon.ts';
import { app, useApp } from '../state/app-state.ts';
import type { ControlResult } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

/** What the levers did, newest first: said in words, only underlined by colour. */
export function Results(): VNode | null {
  const results = useApp((state) => state.results);
  const open = useApp((state) => state.resultsOpen);
  if (!open || results.length === 0) return null;
  return html`<section class="results" aria-labelledby="results-title" data-testid="results">
    <header>
      <h2 id="results-title">Results</h2>
      <button
        type="button"
        class="icon-button"
        aria-label="Close the results"
        data-testid="results-close"
        onClick=${() => app.set({ resultsOpen: false })}
      >
        <${Icon} name="close" />
      </button>
    </header>
    <ol class="result-list">
      ${results.map((result) => html`<${Result} key=${result.id} result=${result} />`)}
    </ol>
  </section>`;
}

const ICONS = { good: 'check', bad: 'warning', done: 'pencil' } as const;

function Result({ result }: { readonly result: ControlResult }): VNode {
  return html`<li class="result is-${result.tone}" data-tone=${result.tone}>
    <${Icon} name=${ICONS[result.tone]} />
    <div>
      <div class="result-title">${result.title}<span class="verdict">${result.verdict}</span></div>
      ${result.lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </li>`;
}
