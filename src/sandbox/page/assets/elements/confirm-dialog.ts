import { wordsOf } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { TextObject } from '../blocks/text-object.ts';
import { Dialog } from '../parts/dialog.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

interface ConfirmProps {
  readonly id: string;
  /** A `confirm` object: title, text, confirm, deny, style. */
  readonly confirm: Json;
  readonly onAnswer: (yes: boolean) => void;
}

/** The "are you sure" that an element may carry. The focus starts on the way out. */
export function ConfirmDialog({ id, confirm, onAnswer }: ConfirmProps): VNode {
  const style = confirm['style'] === 'danger' ? 'danger' : 'primary';
  return html`<${Dialog} size="small" testId="confirm" labelledBy=${`${id}-title`} onClose=${() => onAnswer(false)}>
    <header class="dialog-head"><h2 id=${`${id}-title`}>${wordsOf(confirm['title']) || 'Are you sure?'}</h2></header>
    <div class="dialog-body">
      <p><${TextObject} text=${confirm['text']} /></p>
    </div>
    <footer class="dialog-foot">
      <button
        type="button"
        class="button"
        data-testid="confirm-deny"
        data-autofocus="true"
        onClick=${() => onAnswer(false)}
      >
        ${wordsOf(confirm['deny']) || 'Cancel'}
      </button>
      <button type="button" class="button button-${style}" data-testid="confirm-yes" onClick=${() => onAnswer(true)}>
        ${wordsOf(confirm['confirm']) || 'Yes'}
      </button>
    </footer>
  <//>`;
}
