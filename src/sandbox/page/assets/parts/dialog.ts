/// <reference lib="dom" />
import { html, useLayoutEffect, useRef } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';

export interface DialogProps {
  readonly labelledBy: string;
  readonly testId: string;
  readonly size: 'small' | 'medium';
  /** Names what is shown. When it changes, the window begins at its top again, as if it had just opened. */
  readonly content?: string;
  readonly onClose: () => void;
  readonly children?: Child;
}

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** A modal window: the rest of the page is inert, Tab stays inside, Escape closes, and the focus returns where it was. */
export function Dialog({ labelledBy, testId, size, content = '', onClose, children }: DialogProps): VNode {
  const ref = useRef<HTMLDialogElement | null>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      // What lies behind an open dialog is inert and takes no focus.
      dialog?.close();
      // The button that opened it may be gone, because what it asked for is done.
      const back = before instanceof HTMLElement && before.isConnected ? before : document.querySelector('#main');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, []);
  useLayoutEffect(() => begin(ref.current), [content]);
  return html`<dialog
    ref=${ref}
    class="dialog dialog-${size}"
    data-testid=${testId}
    aria-labelledby=${labelledBy}
    onCancel=${(event: Event) => {
      event.preventDefault();
      if (event.target === ref.current) onClose();
    }}
    onKeyDown=${(event: KeyboardEvent) => keepInside(ref.current, event)}
  >
    ${children}
  </dialog>`;
}

const FIELD = 'input, textarea, select';

/** Without a field that wants an answer the title: on a button, one more press of Enter would send or close what has only just appeared. */
function firstStop(dialog: HTMLElement): HTMLElement | null {
  const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]');
  const field = dialog.querySelector<HTMLElement>('[data-first-focus]');
  // An optional comment is no reason to skip what stands above it, nor is any field to raise a phone's keyboard over the window.
  const wantsAnswer =
    dialog.querySelector('[data-first-focus][aria-required]') !== null && !matchMedia('(hover: none)').matches;
  return wanted ?? (wantsAnswer ? field : null) ?? dialog.querySelector<HTMLElement>('h2[tabindex]');
}

function begin(dialog: HTMLDialogElement | null): void {
  const focused = document.activeElement;
  if (dialog === null || (dialog.contains(focused) && focused?.matches(FIELD) === true)) return;
  firstStop(dialog)?.focus({ preventScroll: true });
  dialog.querySelector('.dialog-body')?.scrollTo(0, 0);
}

function keepInside(dialog: HTMLDialogElement | null, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || dialog === null || event.defaultPrevented) return;
  const stops = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (stop) => stop.checkVisibility() && stop.tabIndex >= 0,
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const target = event.shiftKey ? stops.at(-1) : stops[0];
  if (document.activeElement !== edge && stops.includes(document.activeElement as HTMLElement)) return;
  event.preventDefault();
  target?.focus();
}
