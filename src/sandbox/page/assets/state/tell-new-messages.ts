import type { PageView, WireMessage } from '../../wire.ts';
import { announce } from '../parts/announcer.ts';
import { plainText } from '../text/plain-text.ts';

/** More would talk over what the person does next. */
const MOST_AT_ONCE = 3;

/** Reads new messages of the open conversation to those who do not see them. */
export function tellNewMessages(before: readonly WireMessage[] | null, view: PageView): void {
  if (before === null) return;
  const known = new Set(before.map((message) => message.ts));
  const sameConversation = before.length === 0 || view.messages.some((message) => known.has(message.ts));
  const fresh = sameConversation ? view.messages.filter((message) => !known.has(message.ts)) : [];
  const lines = fresh.slice(-MOST_AT_ONCE).map((message) => {
    const author = view.people.find((person) => person.id === message.userId)?.realName ?? message.userId;
    return `${author}: ${plainText(message.text, view.people)}`;
  });
  if (lines.length > 0) announce(lines.join('\n'));
}
