/// <reference lib="dom" />
import { html, useEffect, useRef, useState } from '../vendor/preact.js';
import type { Child, VNode } from '../vendor/preact.js';
import { placeBelow } from './place-below.ts';

export interface MenuItem {
  readonly key: string;
  readonly content: Child;
  readonly testId?: string;
  /** A heading above this item, when it starts a group. */
  readonly heading?: string;
  readonly checked?: boolean;
  readonly href?: string | undefined;
  readonly choose: () => void;
}

export interface MenuProps {
  /** Names the list, and the button unless its own words do. */
  readonly label: string;
  readonly namedByWords?: boolean;
  readonly button: Child;
  readonly buttonClass: string;
  readonly testId?: string;
  readonly items: readonly MenuItem[];
  readonly data?: Readonly<Record<string, string>>;
  readonly disabled?: boolean;
}

/** A button that opens a list of commands: arrows, Home, End and first letters move, Escape closes, as menus do. */
export function Menu({
  label,
  button,
  buttonClass,
  testId,
  items,
  data = {},
  disabled = false,
  namedByWords = false,
}: MenuProps): VNode {
  const [open, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement | null>(null);
  const close = (returnFocus: boolean) => {
    setOpen(false);
    if (returnFocus) buttonRef.current?.focus();
  };
  return html`<span class="menu-holder">
    <button
      type="button"
      ref=${buttonRef}
      class=${buttonClass}
      data-testid=${testId}
      ...${data}
      disabled=${disabled}
      aria-label=${namedByWords ? undefined : label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded=${open ? 'true' : 'false'}
      onClick=${() => setOpen(!open)}
      onKeyDown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' || open) return;
        event.preventDefault();
        setOpen(true);
      }}
    >
      ${button}
    </button>
    ${open && html`<${MenuList} label=${label} items=${items} anchor=${buttonRef} close=${close} />`}
  </span>`;
}

interface MenuListProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: { readonly current: HTMLElement | null };
  readonly close: (returnFocus: boolean) => void;
}

function MenuList({ label, items, anchor, close }: MenuListProps): VNode {
  const ref = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (ref.current !== null && anchor.current !== null) placeBelow(ref.current, anchor.current);
    const checked = ref.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (checked ?? entries(ref.current)[0])?.focus();
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (ref.current?.contains(target) !== true && anchor.current?.contains(target) !== true) close(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  return html`<div
    ref=${ref}
    class="menu"
    role="menu"
    aria-label=${label}
    onKeyDown=${(event: KeyboardEvent) => move(ref.current, event, close)}
  >
    ${items.map((item) => [
      item.heading !== undefined && html`<div class="menu-heading" role="presentation">${item.heading}</div>`,
      html`<${MenuEntry} key=${item.key} item=${item} close=${close} />`,
    ])}
  </div>`;
}

function MenuEntry({
  item,
  close,
}: {
  readonly item: MenuItem;
  readonly close: (returnFocus: boolean) => void;
}): VNode {
  const choose = () => {
    close(true);
    item.choose();
  };
  const role = item.checked === undefined ? 'menuitem' : 'menuitemradio';
  const checked = item.checked === undefined ? undefined : String(item.checked);
  if (item.href !== undefined) {
    return html`<a
      class="menu-item"
      role="menuitem"
      tabindex="-1"
      href=${item.href}
      target="_blank"
      rel="noreferrer noopener"
      onClick=${choose}
      >${item.content}</a
    >`;
  }
  return html`<button
    type="button"
    class="menu-item"
    role=${role}
    tabindex="-1"
    aria-checked=${checked}
    data-testid=${item.testId}
    onClick=${choose}
  >
    ${item.content}
  </button>`;
}

function entries(menu: HTMLElement | null): readonly HTMLElement[] {
  return menu === null ? [] : [...menu.querySelectorAll<HTMLElement>('.menu-item')];
}

function move(menu: HTMLElement | null, event: KeyboardEvent, close: (returnFocus: boolean) => void): void {
  const all = entries(menu);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const target = {
    ArrowDown: all[(at + 1) % all.length],
    ArrowUp: all[(at - 1 + all.length) % all.length],
    Home: all[0],
    End: all.at(-1),
  }[event.key];
  const letter = /^\p{L}$/u.test(event.key) ? event.key.toLowerCase() : null;
  const named =
    letter === null
      ? undefined
      : [...all.slice(at + 1), ...all].find((entry) => entry.innerText.trim().toLowerCase().startsWith(letter));
  if (event.key === 'Tab') close(false);
  if (event.key === 'Escape') close(true);
  if (event.key === 'Escape' || target !== undefined || named !== undefined) {
    event.preventDefault();
    event.stopPropagation();
  }
  (target ?? named)?.focus();
}
