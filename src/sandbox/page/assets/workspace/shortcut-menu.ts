import { Icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { runShortcut } from '../state/acts.ts';
import { useApp } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

export function ShortcutMenu(): VNode {
  const shortcuts = useApp((state) => state.config.shortcuts);
  const items = shortcuts.map(({ callbackId, name }) => ({
    key: callbackId,
    testId: `shortcut-${callbackId}`,
    content: html`<${Icon} name="bolt" /><span>${name}</span>`,
    choose: () => void runShortcut(callbackId, name),
  }));
  return html`<${Menu}
    label="Shortcuts"
    testId="shortcuts"
    buttonClass="icon-button on-dark"
    button=${html`<${Icon} name="bolt" />`}
    items=${items}
  />`;
}
