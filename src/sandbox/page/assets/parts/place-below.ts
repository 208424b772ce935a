/// <reference lib="dom" />

const GAP_PX = 4;
const MARGIN_PX = 8;

/** Puts a fixed popup under its anchor, or above it where there is more room, never past an edge of the window. */
export function placeBelow(
  popup: HTMLElement,
  anchor: HTMLElement,
  options: { readonly sameWidth?: boolean } = {},
): void {
  const box = anchor.getBoundingClientRect();
  if (options.sameWidth === true) popup.style.width = `${box.width}px`;
  const below = innerHeight - box.bottom - GAP_PX - MARGIN_PX;
  const above = box.top - GAP_PX - MARGIN_PX;
  const goesBelow = below >= Math.min(popup.scrollHeight, 240) || below >= above;
  popup.style.maxHeight = `${Math.max(120, Math.min(goesBelow ? below : above, 560))}px`;
  const left = Math.max(MARGIN_PX, Math.min(box.left, innerWidth - popup.offsetWidth - MARGIN_PX));
  popup.style.left = `${left}px`;
  popup.style.top = goesBelow
    ? `${box.bottom + GAP_PX}px`
    : `${Math.max(MARGIN_PX, box.top - GAP_PX - popup.offsetHeight)}px`;
}
