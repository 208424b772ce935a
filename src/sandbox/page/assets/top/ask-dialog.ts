import { Dialog } from '../parts/dialog.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

interface AskDialogProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly answer: (yes: boolean) => void;
}

/** A question of the sandbox itself, with its explanation. */
export function AskDialog({ id, title, text, yes, answer }: AskDialogProps): VNode {
  return html`<${Dialog}
    size="small"
    testId=${`${id}-dialog`}
    labelledBy=${`${id}-title`}
    onClose=${() => answer(false)}
  >
    <header class="dialog-head"><h2 id=${`${id}-title`}>${title}</h2></header>
    <div class="dialog-body"><p>${text}</p></div>
    <footer class="dialog-foot">
      <button
        type="button"
        class="button"
        data-testid=${`${id}-cancel`}
        data-autofocus="true"
        onClick=${() => answer(false)}
      >
        Cancel
      </button>
      <button type="button" class="button button-danger" data-testid=${`${id}-confirm`} onClick=${() => answer(true)}>
        ${yes}
      </button>
    </footer>
  <//>`;
}
