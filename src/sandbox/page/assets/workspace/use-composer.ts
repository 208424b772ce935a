import { sendText } from '../state/acts.ts';
import { app, useApp } from '../state/app-state.ts';
import { useEffect, useState } from '../vendor/preact.js';
import { NOTHING_TYPED } from './composer-keys.ts';
import type { KeyAct, Typed } from './composer-keys.ts';
import { addToHistory, readHistory } from './history.ts';
import { suggest } from './suggestions.ts';
import type { Suggestion } from './suggestions.ts';
import { withMentions } from './typed-text.ts';

export interface ComposerPlace {
  readonly channelId: string;
  readonly threadTs: string | null;
}

export interface ComposerHandle {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly suggestions: readonly Suggestion[];
  readonly busy: boolean;
  readonly send: () => Promise<void>;
  readonly take: (suggestion: Suggestion) => void;
  readonly perform: (act: KeyAct) => void;
}

const written = (text: string): Typed => ({ ...NOTHING_TYPED, text, caret: text.length });

/** What is being written and what may be done with it. `focus` brings the person there when the tour wrote something. */
export function useComposer({ channelId, threadTs }: ComposerPlace, focus: () => void): ComposerHandle {
  const [typed, setTyped] = useState<Typed>(NOTHING_TYPED);
  const [busy, setBusy] = useState(false);
  const config = useApp((state) => state.config);
  const { people, channels } = useApp((state) => state.view);
  const draft = useApp((state) => state.draft);
  useEffect(() => {
    if (draft === null || threadTs !== null) return;
    setTyped(written(draft.text));
    focus();
    app.set({ draft: null });
  }, [draft]);

  const send = async () => {
    const text = typed.text.trim();
    if (text === '' || busy) return;
    addToHistory(app.get().personId, text);
    setTyped(NOTHING_TYPED);
    setBusy(true);
    const place = threadTs === null ? { channelId } : { channelId, threadTs };
    const outcome = await sendText(withMentions(text, { people, channels }), place);
    setBusy(false);
    // What could not be sent comes back, unless the next line has been begun.
    if (!outcome.ok) setTyped((now) => (now.text === '' ? written(text) : now));
  };
  const take = ({ text }: Suggestion) => setTyped({ ...written(text), dismissed: !text.startsWith('/') });
  const recall = (wanted: number) => {
    const history = readHistory(app.get().personId);
    const back = Math.min(wanted, history.length);
    setTyped({ ...written(back === 0 ? '' : (history.at(-back) ?? '')), back });
  };
  const perform = (act: KeyAct) => {
    switch (act.do) {
      case 'send':
        return void send();
      case 'take':
        return take(act.suggestion);
      case 'dismiss':
        return setTyped({ ...typed, dismissed: true });
      case 'choose':
        return setTyped({ ...typed, active: act.active });
      case 'recall':
        return recall(act.back);
    }
  };
  const suggestions = typed.dismissed ? [] : suggest(typed.text, typed.caret, { config, people, channels });
  return { typed, setTyped, suggestions, busy, send, take, perform };
}
