/// <reference lib="dom" />
import type { SeatView } from '../../../slack/seat.ts';
import { Blocks } from '../blocks/blocks.ts';
import { ScopeContext, useScopeOf } from '../form/block-scope.ts';
import type { BlockScope } from '../form/block-scope.ts';
import { collectState } from '../form/element-state.ts';
import { keptValues } from '../form/kept-values.ts';
import { validateForm } from '../form/validate-form.ts';
import { announce } from '../parts/announcer.ts';
import { Avatar } from '../parts/avatar.ts';
import { Dialog } from '../parts/dialog.ts';
import { Icon } from '../parts/icon.ts';
import { closeModal, submit } from '../state/acts.ts';
import { useApp } from '../state/app-state.ts';
import { html, useEffect, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

/** The top of this person's stack of views. */
export function Modal(): VNode | null {
  const view = useApp((state) => state.view.modal);
  const personId = useApp((state) => state.personId);
  return view === null ? null : html`<${OpenModal} key=${`${personId} ${view.id}`} view=${view} />`;
}

function OpenModal({ view }: { readonly view: SeatView }): VNode {
  const bot = useApp((state) => state.view.people).find((person) => person.kind === 'bot');
  const failure = useApp((state) => state.failure);
  const { scope, busy, send, dismiss } = useModalForm(view);
  const back = view.depth > 1;
  useEffect(() => announce(view.title), [view.hash]);
  return html`<${Dialog} size="medium" testId="modal" labelledBy="modal-title" content=${view.hash} onClose=${dismiss}>
    <header class="dialog-head">
      <${Avatar} person=${bot} size="small" />
      <h2 id="modal-title" tabindex="-1">${view.title}</h2>
      ${back && html`<span class="depth">View ${view.depth} of 3</span>`}
      <button
        type="button"
        class="icon-button"
        data-testid="modal-close"
        aria-label=${back ? 'Back to the view below' : 'Close'}
        onClick=${dismiss}
      >
        <${Icon} name="close" />
      </button>
    </header>
    <form class="dialog-form" novalidate onSubmit=${send} aria-busy=${busy ? 'true' : undefined}>
      <div class="dialog-body" role="region" aria-labelledby="modal-title" tabindex="0">
        ${failure !== null && html`<div class="banner" role="alert"><${Icon} name="warning" />${failure}</div>`}
        <${ScopeContext.Provider} value=${scope}><${Blocks} blocks=${view.blocks} /><//>
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button" data-testid="modal-cancel" onClick=${dismiss}>
          ${view.close ?? (view.submit === null ? 'Close' : 'Cancel')}
        </button>
        ${
          view.submit !== null &&
          html`<button
            type="submit"
            class="button button-primary ${busy ? 'is-busy' : ''}"
            data-testid="modal-submit"
            aria-busy=${busy ? 'true' : undefined}
          >
            <span class="button-words">${view.submit}</span>
          </button>`
        }
      </footer>
    </form>
  <//>`;
}

interface ModalForm {
  readonly scope: BlockScope;
  readonly busy: boolean;
  readonly send: (event: Event) => void;
  readonly dismiss: () => void;
}

function useModalForm(view: SeatView): ModalForm {
  // Which version of the view was sent off: what replaces it can be used at once.
  const [sent, setSent] = useState<string | null>(null);
  const busy = sent === view.hash;
  const [unsent, setUnsent] = useState<Readonly<Record<string, string>>>({});
  const scope = useScopeOf({ in: 'view', viewId: view.id }, view.blocks, { ...view.errors, ...unsent });
  const blame = (errors: Readonly<Record<string, string>>) => {
    setUnsent(errors);
    setTimeout(() => document.querySelector<HTMLElement>('dialog [aria-invalid="true"]')?.focus());
  };
  const send = async () => {
    const values = keptValues(view.id);
    const errors = validateForm(view.blocks, values);
    if (busy || Object.keys(errors).length > 0) return blame(errors);
    setUnsent({});
    setSent(view.hash);
    await submit(view.id, collectState(view.blocks, values));
    setSent(null);
    blame({});
  };
  return {
    scope,
    busy,
    send: (event) => {
      event.preventDefault();
      void send();
    },
    dismiss: () => {
      if (!busy) void closeModal();
    },
  };
}
