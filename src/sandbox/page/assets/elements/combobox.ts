/// <reference lib="dom" />
import { Icon } from '../parts/icon.ts';
import { html, useRef, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import type { Choice } from './choices.ts';
import { ChoicePopup } from './choice-popup.ts';
import { useFoundChoices } from './use-found-choices.ts';
import type { ChoiceSource } from './use-found-choices.ts';

export interface ComboboxProps {
  /** Unique in the document; the popup's ids start with it. */
  readonly popupId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly placeholder: string;
  readonly selected: Choice | null;
  readonly source: ChoiceSource;
  readonly choose: (choice: Choice | null) => void;
  /** Whether the choice can be taken back. */
  readonly clearable: boolean;
  readonly removeLast?: () => void;
}

/** A select with type-ahead, after the ARIA combobox pattern: the focus stays in the text, the arrows walk the list. */
export function Combobox(props: ComboboxProps): VNode {
  const { popupId, attributes, placeholder, selected, clearable, choose } = props;
  const input = useRef<HTMLInputElement | null>(null);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const open = query !== null;
  const found = useFoundChoices(props.source, query);
  const at = Math.min(active, found.choices.length - 1);
  const current = found.choices[at];
  const close = () => setQuery(null);
  const search = (text: string) => {
    setQuery(text);
    setActive(0);
  };
  const take = (choice: Choice) => {
    close();
    choose(choice);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => (open ? setActive(Math.min(active + 1, found.choices.length - 1)) : search('')),
    ArrowUp: () => (open ? setActive(Math.max(active - 1, 0)) : search('')),
    Enter: () => (open ? current !== undefined && take(current) : search('')),
    ...(open ? { Escape: close } : {}),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && open) close();
    if (event.key === 'Backspace' && input.current?.value === '') props.removeLast?.();
    const key = keys[event.key];
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    key();
  };
  return html`<span class="combobox">
    <input
      ...${attributes}
      ref=${input}
      class="field combobox-field"
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck=${false}
      aria-autocomplete="list"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? popupId : undefined}
      aria-activedescendant=${open && current !== undefined ? `${popupId}-${at}` : undefined}
      placeholder=${selected?.label ?? placeholder}
      value=${query ?? selected?.label ?? ''}
      onClick=${() => !open && search('')}
      onInput=${(event: Event) => search((event.target as HTMLInputElement).value)}
      onBlur=${close}
      onKeyDown=${onKeyDown}
    />
    ${clearable && selected !== null && html`<button type="button" class="combobox-clear" aria-label="Clear “${selected.label}”" onClick=${() => choose(null)}><${Icon} name="close" /></button>`}
    <span class="combobox-arrow"><${Icon} name="down" /></span>
    ${open && html`<${ChoicePopup} id=${popupId} anchor=${input} found=${found} current=${current} selected=${selected} take=${take} />`}
  </span>`;
}
