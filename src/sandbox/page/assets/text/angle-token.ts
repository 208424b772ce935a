import { decodeEntities } from './entities.ts';
import { safeHref } from './inline.ts';
import type { Inline } from './inline.ts';

/**
 * Reads what stands between `<` and `>` in mrkdwn: a mention, a date or a link (Slack, "Formatting text for app
 * surfaces", 2026). Null: it is none of these, and the brackets are only characters.
 */
export function readAngleToken(inside: string): Inline | null {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : decodeEntities(inside.slice(bar + 1)) || null;
  const mention = /^([@#])([A-Z0-9]{2,20})$/.exec(target);
  if (mention?.[2] !== undefined) return { kind: mention[1] === '@' ? 'user' : 'channel', id: mention[2], label };
  if (target.startsWith('!')) return readSpecial(target.slice(1), label);
  const href = safeHref(decodeEntities(target));
  if (href === null) return null;
  return { kind: 'link', href, label: [{ kind: 'text', text: label ?? href.replace(/^mailto:/i, '') }] };
}

function readSpecial(special: string, label: string | null): Inline | null {
  const [name = '', first = '', format = '', link = ''] = special.split('^');
  if (name === 'here' || name === 'channel' || name === 'everyone') return { kind: 'broadcast', range: name };
  if (name === 'subteam' && first !== '')
    return { kind: 'usergroup', id: first, label: label?.replace(/^@/, '') ?? null };
  if (name !== 'date' || !/^-?\d{1,12}$/.test(first) || format === '') return null;
  const href = link === '' ? null : safeHref(decodeEntities(link));
  return { kind: 'date', seconds: Number(first), format: decodeEntities(format), href, fallback: label ?? first };
}
