/// <reference lib="dom" />
import { announce } from '../parts/announcer.ts';
import { Icon } from '../parts/icon.ts';
import { html, useRef, useState } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';

/** Long enough to be noticed, short enough that a second copy shows its own tick. */
const COPIED_MS = 2000;

/** A code block with a way to copy it: a key that is shown once must not need careful dragging. */
export function Preformatted({ children }: { readonly children?: Child }): VNode {
  const ref = useRef<HTMLElement | null>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(ref.current?.innerText ?? '');
    setCopied(true);
    announce('Copied.');
    setTimeout(() => setCopied(false), COPIED_MS);
  };
  const select = () => {
    if (ref.current !== null) getSelection()?.selectAllChildren(ref.current);
  };
  return html`<div class="pre-holder">
    <pre ref=${ref} tabindex="0" role="group" aria-label="Code">${children}</pre>
    <button
      type="button"
      class="copy"
      data-testid="copy"
      aria-label="Copy this code"
      onClick=${() => copy().catch(select)}
    >
      <${Icon} name=${copied ? 'check' : 'copy'} /><span>${copied ? 'Copied' : 'Copy'}</span>
    </button>
  </div>`;
}
