import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import type { Suggestion } from './suggestions.ts';

interface SuggestionListProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly take: (suggestion: Suggestion) => void;
}

export function SuggestionList({ id, suggestions, active, take }: SuggestionListProps): VNode {
  return html`<div class="suggestions" id=${id} role="listbox" aria-label="Suggestions">
    ${suggestions.map(
      (suggestion, index) =>
        html`<div
          key=${suggestion.key}
          id=${`${id}-${index}`}
          class="suggestion"
          role="option"
          aria-selected=${index === active ? 'true' : 'false'}
          onMouseDown=${(event: { preventDefault(): void }) => {
            event.preventDefault();
            take(suggestion);
          }}
        >
          <strong>${suggestion.label}</strong><span>${suggestion.description}</span>
        </div>`,
    )}
    <div class="suggestion-help" role="presentation">
      <kbd>↑</kbd><kbd>↓</kbd> to choose <kbd>Tab</kbd> to take <kbd>Esc</kbd> to dismiss
    </div>
  </div>`;
}
