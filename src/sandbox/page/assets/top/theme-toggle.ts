import { Icon } from '../parts/icon.ts';
import { useSelected } from '../state/store.ts';
import { chooseTheme, theme } from '../state/theme.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

export function ThemeToggle(): VNode {
  const name = useSelected(theme, (state) => state.name);
  const other = name === 'light' ? 'dark' : 'light';
  const label = `Use ${other} colours`;
  return html`<button
    type="button"
    class="icon-button on-dark"
    data-testid="theme"
    aria-label=${label}
    title=${label}
    onClick=${() => chooseTheme(other)}
  >
    <${Icon} name=${name === 'light' ? 'moon' : 'sun'} />
  </button>`;
}
