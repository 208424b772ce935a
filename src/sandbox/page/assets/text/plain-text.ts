import type { SeatPerson } from '../../../slack/seat.ts';
import type { Inline } from './inline.ts';
import { parseMrkdwn } from './mrkdwn.ts';

/** Longer announcements are cut short by the next thing a screen reader says anyway. */
const MAX_LENGTH = 300;

/** mrkdwn as a person would read it aloud. */
export function plainText(mrkdwn: string, people: readonly SeatPerson[]): string {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.realName ?? id;
  const say = (inline: Inline): string => {
    switch (inline.kind) {
      case 'text':
        return inline.text;
      case 'bold':
      case 'italic':
      case 'strike':
      case 'code':
        return inline.children.map(say).join('');
      case 'link':
        return inline.label.map(say).join('');
      case 'user':
        return nameOf(inline.id);
      case 'channel':
      case 'usergroup':
        return inline.label ?? inline.id;
      case 'broadcast':
        return inline.range;
      case 'date':
        return inline.fallback;
      case 'emoji':
      case 'color':
      case 'break':
        return ' ';
    }
  };
  const blocks = parseMrkdwn(mrkdwn, { verbatim: true });
  return blocks
    .map((block) => block.children.map(say).join(''))
    .join('\n')
    .slice(0, MAX_LENGTH);
}
