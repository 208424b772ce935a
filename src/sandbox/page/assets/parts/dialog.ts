/// <reference lib="dom" />
import { html, useLayoutEffect, useRef } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';

export interface DialogProps {
  readonly labelledBy: string;
  readonly testId: string;
  readonly size: 'small' | 'medium';
  readonly onClose: () => void;
  readonly children?: Child;
}

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** A modal window: the rest of the page is inert, Tab stays inside, Escape closes, and the focus returns where it was. */
export function Dialog({ labelledBy, testId, size, onClose, children }: DialogProps): VNode {
  const ref = useRef<HTMLDialogElement | null>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    focusFirst(ref.current);
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
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

function focusFirst(dialog: HTMLDialogElement | null): void {
  const wanted =
    dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog?.querySelector<HTMLElement>('[data-first-focus]');
  wanted?.focus();
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
