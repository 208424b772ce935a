/// <reference lib="dom" />

const REGIONS = ['.top', '.sidebar', '.message-list', '.composer', '.thread', '.tour', '.board'];
const FIRST = '[aria-current="page"], button:not([disabled]), textarea, [tabindex="0"]';

/** F6 jumps from region to region and Shift+F6 back, as in Slack. */
export function walkRegions(event: KeyboardEvent): void {
  if (event.key !== 'F6' || document.querySelector('dialog[open]') !== null) return;
  event.preventDefault();
  const regions = REGIONS.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
    (region) => region?.checkVisibility() === true,
  );
  const at = regions.findIndex((region) => region?.contains(document.activeElement) === true);
  const next = regions[(at + (event.shiftKey ? -1 : 1) + regions.length) % regions.length];
  const inside = [...(next?.querySelectorAll<HTMLElement>(FIRST) ?? [])].find((stop) => stop.checkVisibility());
  const target = next?.matches('[tabindex="0"]') === true ? next : inside;
  target?.focus();
}
