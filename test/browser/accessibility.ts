/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
}

/** Roles that a person acts on or steers by; without a name a screen reader can say nothing about them. */
const named = [
  'button',
  'link',
  'textbox',
  'combobox',
  'checkbox',
  'radio',
  'tab',
  'menuitem',
  'menuitemradio',
  'option',
  'dialog',
  'navigation',
  'region',
  'heading',
  'img',
];

/** The roles of everything on the page that the browser itself can compute no name for. */
export async function nameless(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const tree = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
  await session.detach();
  return tree.nodes
    .filter(({ ignored, name }) => !ignored && (name?.value ?? '').trim() === '')
    .map(({ role }) => role?.value ?? '')
    .filter((role) => named.includes(role));
}

/** Ids that stand twice, and references by id that lead nowhere. */
export function brokenReferences(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `#${id} twice`);
    const attributes = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'for'];
    const lost = attributes.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
        (element.getAttribute(name) ?? '')
          .split(' ')
          .filter((id) => !ids.includes(id))
          .map((id) => `${name}="${id}"`),
      ),
    );
    return [...twice, ...lost];
  });
}

/** What has the focus, as a screen reader says it: `button "Approve R-…"`. */
export async function focused(page: Page): Promise<string> {
  const at = page.locator(':focus');
  if ((await at.count()) === 0) return 'nothing';
  const [first = ''] = (await at.ariaSnapshot()).split('\n');
  // The snapshot is YAML, which quotes what holds a colon.
  return first.replace(/^- '?/, '').replace(/'?:?$/, '');
}

// More stops than any view here has; a page that needs more cannot be used by keyboard.
const mostStops = 80;

/** What Tab stops at, until it comes round to where it began. */
export async function tabStops(page: Page, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let turn = 0; turn < mostStops; turn += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    if (stop === stops[0]) return stops;
    stops.push(stop);
  }
  throw new Error(`Tab never came round: ${stops.join(' → ')}`);
}

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let turn = 0; turn < mostStops; turn += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (name.test(stop)) return;
    passed.push(stop);
  }
  throw new Error(`Tab does not reach ${String(name)}: ${passed.join(' → ')}`);
}

/** Whether an outline or ring shows where the focus is. */
export function showsFocus(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
}
