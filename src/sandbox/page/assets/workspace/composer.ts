/// <reference lib="dom" />
import { Icon } from '../parts/icon.ts';
import { html, useRef } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { NOTHING_TYPED, activeSuggestion, decideKey } from './composer-keys.ts';
import { SuggestionList } from './suggestion-list.ts';
import { useComposer } from './use-composer.ts';
import type { ComposerPlace } from './use-composer.ts';

interface ComposerProps extends ComposerPlace {
  readonly label: string;
}

/** Where a person types: messages, commands, and in a thread the replies. Enter sends, Shift+Enter starts a line. */
export function Composer({ channelId, threadTs, label }: ComposerProps): VNode {
  const area = useRef<HTMLTextAreaElement | null>(null);
  const { typed, setTyped, suggestions, busy, send, take, perform } = useComposer({ channelId, threadTs }, () =>
    area.current?.focus(),
  );
  const listId = `suggestions-${threadTs ?? channelId}`.replaceAll('.', '-');
  const active = activeSuggestion(typed, suggestions);
  const open = suggestions.length > 0;
  const onInput = ({ target }: Event) => {
    const { value, selectionStart } = target as HTMLTextAreaElement;
    setTyped({ ...NOTHING_TYPED, text: value, caret: selectionStart, dismissed: false });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.isComposing ? null : decideKey(event, typed, suggestions);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    perform(act);
  };
  return html`<div class="composer">
    ${open && html`<${SuggestionList} id=${listId} suggestions=${suggestions} active=${active} take=${take} />`}
    <div class="composer-box ${busy ? 'is-busy' : ''}">
      <textarea
        ref=${area}
        id=${threadTs === null ? 'composer' : undefined}
        data-testid=${threadTs === null ? 'composer' : 'thread-composer'}
        rows="1"
        placeholder=${label}
        aria-label=${label}
        aria-autocomplete="list"
        aria-controls=${open ? listId : undefined}
        aria-activedescendant=${open && active >= 0 ? `${listId}-${active}` : undefined}
        value=${typed.text}
        onInput=${onInput}
        onKeyDown=${onKeyDown}
      ></textarea>
      <div class="composer-foot">
        <span class="composer-hint">
          ${threadTs === null && html`<span><kbd>/</kbd> commands</span>`}
          <span><kbd>@</kbd> mention</span>
          <span><kbd>↑</kbd> earlier lines</span>
        </span>
        <button
          type="button"
          class="send"
          data-testid=${threadTs === null ? 'send' : 'thread-send'}
          aria-label="Send"
          disabled=${busy || typed.text.trim() === ''}
          onClick=${send}
        >
          <${Icon} name="send" />
        </button>
      </div>
    </div>
  </div>`;
}
