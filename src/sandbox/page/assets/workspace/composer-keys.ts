import type { Suggestion } from './suggestions.ts';

export interface Typed {
  readonly text: string;
  readonly caret: number;
  /** How far back in the history the text was taken from; 0 is the line being written. */
  readonly back: number;
  /** True after Escape: no suggestions until something else is typed. */
  readonly dismissed: boolean;
  /** The suggestion chosen with the arrows, or -1. */
  readonly active: number;
}

export const NOTHING_TYPED: Typed = { text: '', caret: 0, back: 0, dismissed: true, active: -1 };

export type KeyAct =
  | { readonly do: 'send' }
  | { readonly do: 'take'; readonly suggestion: Suggestion }
  | { readonly do: 'dismiss' }
  | { readonly do: 'choose'; readonly active: number }
  | { readonly do: 'recall'; readonly back: number };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Which suggestion Enter would take: the chosen one, or the first where a mention is being written. */
export function activeSuggestion({ active }: Typed, suggestions: readonly Suggestion[]): number {
  const first = suggestions[0]?.takesEnter === true ? 0 : -1;
  return active < 0 ? first : Math.min(active, suggestions.length - 1);
}

/** What a key means in the composer; null leaves it to the browser. */
export function decideKey(pressed: Pressed, typed: Typed, suggestions: readonly Suggestion[]): KeyAct | null {
  const active = activeSuggestion(typed, suggestions);
  const chosen = suggestions[active];
  const first = suggestions[0];
  switch (pressed.shiftKey ? `Shift+${pressed.key}` : pressed.key) {
    case 'Enter':
      return chosen === undefined ? { do: 'send' } : { do: 'take', suggestion: chosen };
    case 'Tab':
      return first === undefined ? null : { do: 'take', suggestion: chosen ?? first };
    case 'Escape':
      return first === undefined ? null : { do: 'dismiss' };
    case 'ArrowUp':
      if (first !== undefined && typed.back === 0)
        return { do: 'choose', active: active <= 0 ? suggestions.length - 1 : active - 1 };
      return typed.text === '' || typed.back > 0 ? { do: 'recall', back: typed.back + 1 } : null;
    case 'ArrowDown':
      if (first !== undefined && typed.back === 0) return { do: 'choose', active: (active + 1) % suggestions.length };
      return typed.back > 0 ? { do: 'recall', back: typed.back - 1 } : null;
    default:
      return null;
  }
}
