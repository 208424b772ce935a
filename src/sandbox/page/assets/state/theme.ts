/// <reference lib="dom" />
import { createStore } from './store.ts';

export type Theme = 'light' | 'dark';

const STORED = 'countersign.theme';

/** The person's choice, else the system's. */
function firstTheme(): Theme {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') return stored;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const theme = createStore<{ readonly name: Theme }>({ name: firstTheme() });

/** Colours the page; first before anything is drawn, so that a dark page never flashes. */
export function showTheme(): void {
  document.documentElement.dataset['theme'] = theme.get().name;
}

export function chooseTheme(name: Theme): void {
  localStorage.setItem(STORED, name);
  theme.set({ name });
  showTheme();
}
