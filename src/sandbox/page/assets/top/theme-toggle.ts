/// <reference lib="dom" />
import { Icon } from '../parts/icon.ts';
import { html, useEffect, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';

const STORED = 'countersign.theme';

type Theme = 'light' | 'dark';

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Light or dark: the system's choice until the person makes one. */
export function ThemeToggle(): VNode {
  const [theme, setTheme] = useState<Theme>(() => {
    const stored = localStorage.getItem(STORED);
    return stored === 'light' || stored === 'dark' ? stored : systemTheme();
  });
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const other = theme === 'light' ? 'dark' : 'light';
  const toggle = () => {
    localStorage.setItem(STORED, other);
    setTheme(other);
  };
  return html`<button
    type="button"
    class="icon-button on-dark"
    data-testid="theme"
    aria-label=${`Use ${other} colours`}
    title=${`Use ${other} colours`}
    onClick=${toggle}
  >
    <${Icon} name=${theme === 'light' ? 'moon' : 'sun'} />
  </button>`;
}
