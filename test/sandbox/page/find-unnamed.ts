import type { Page as Tab } from 'playwright-core';

/** Controls that a screen reader could not name, images without a text, ids that stand twice: none of them is fine. */
export function findUnnamed(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility();
    const describe = (element: Element) => element.outerHTML.slice(0, 160);
    const byIds = (ids: string | null) =>
      (ids ?? '')
        .split(' ')
        .map((id) => document.querySelector(`[id="${id}"]`)?.textContent ?? '')
        .join(' ');
    const nameOf = (element: Element): string => {
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
      const pictures = [...element.querySelectorAll('img')].map(({ alt }) => alt).join(' ');
      const own = element.matches('input, textarea, select') ? '' : `${element.textContent ?? ''}${pictures}`;
      const label = labels.map((one) => one.textContent ?? '').join(' ');
      return `${element.getAttribute('aria-label') ?? ''}${byIds(element.getAttribute('aria-labelledby'))}${label}${own}`.trim();
    };
    const controls =
      'button, a[href], input, textarea, select, summary, [role="menu"], [role="listbox"], [role="region"], dialog, nav, aside';
    const unnamed = [...document.querySelectorAll(controls)].filter(
      (element) => shown(element) && nameOf(element) === '',
    );
    const silent = [...document.querySelectorAll('img')].filter((image) => shown(image) && !image.hasAttribute('alt'));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} stands twice`);
    return [...unnamed.map(describe), ...silent.map(describe), ...twice];
  });
}
