/// <reference lib="dom" />
import { Icon } from '../parts/icon.ts';
import { placeBelow } from '../parts/place-below.ts';
import { html, useEffect, useLayoutEffect, useRef } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import type { Choice } from './choices.ts';
import type { FoundChoices } from './use-found-choices.ts';

interface ChoicePopupProps {
  readonly id: string;
  readonly anchor: { readonly current: HTMLElement | null };
  readonly found: FoundChoices;
  readonly current: Choice | undefined;
  readonly selected: Choice | null;
  readonly take: (choice: Choice) => void;
}

const STATUS = {
  found: 'Nothing found.',
  loading: 'Searching…',
  failed: 'The app gave no options.',
  'type-more': 'Type to search.',
} as const;

/** The list of a combobox. Pressing in it must not take the focus out of the text, or the list would close first. */
export function ChoicePopup({ id, anchor, found, current, selected, take }: ChoicePopupProps): VNode {
  const ref = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (ref.current !== null && anchor.current !== null) placeBelow(ref.current, anchor.current, { sameWidth: true });
  }, [found.choices.length, found.status]);
  useEffect(
    () => ref.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current?.value],
  );
  const lines = found.choices.map((choice, index) => [
    choice.group !== null &&
      choice.group !== found.choices[index - 1]?.group &&
      html`<div class="popup-group" role="presentation">${choice.group}</div>`,
    html`<div
      key=${choice.value}
      id=${`${id}-${index}`}
      class="popup-option"
      role="option"
      aria-selected=${choice === current ? 'true' : 'false'}
      data-value=${choice.value}
      onMouseDown=${(event: Event) => {
        event.preventDefault();
        take(choice);
      }}
    >
      <span class="popup-label">${choice.label}</span>
      ${choice.value === selected?.value && html`<${Icon} name="check" />`}
      ${choice.description !== null && html`<span class="popup-description">${choice.description}</span>`}
    </div>`,
  ]);
  return html`<div
    ref=${ref}
    id=${id}
    class="popup"
    role="listbox"
    aria-busy=${found.status === 'loading' ? 'true' : undefined}
    onMouseDown=${(event: Event) => event.preventDefault()}
  >
    ${lines.length > 0 ? lines : html`<div class="popup-status" role="option" aria-disabled="true" aria-selected="false">${STATUS[found.status]}</div>`}
  </div>`;
}
