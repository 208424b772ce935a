/// <reference lib="dom" />

/** Lets the arrows, Home and End move the focus through the entries of a list, besides Tab. */
export function walkList(event: KeyboardEvent, selector: string): void {
  const list = event.currentTarget as HTMLElement;
  const entries = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const target = { ArrowDown: entries[at + 1], ArrowUp: entries[at - 1], Home: entries[0], End: entries.at(-1) }[
    event.key
  ];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
