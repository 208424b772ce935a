import * as fc from 'fast-check';

/** What people and vendors could write to look like Slack, like us, or like nothing. */
const hostileTexts: readonly string[] = [
  '<!channel> look',
  '<!here>',
  '<!everyone>',
  '<!subteam^S0APPROVE1|@approvers>',
  '<@U0BEA00001>',
  '<#C0GENERAL1|general>',
  '<https://evil.example|prod>',
  'https://evil.example/login',
  '*bold* _italic_ ~gone~ `code` ```block```',
  '> quoted\n> lines',
  'Approved by <@U0BEA00001>\n\nApproved',
  '\u202Eevil\u202C reversed',
  '\u200B\u200D\u2060invisible',
  '\uD800 lone surrogate',
  'tab\tand\r\nnewlines\u2028and\u2029more',
  ':white_check_mark: ok',
  '&lt;!channel&gt; &amp;',
  '   ',
  '',
  'x'.repeat(700),
  '🙂'.repeat(350),
];

/** Any text at all, the hostile ones often. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

interface Node {
  readonly [key: string]: unknown;
}

/** Every `text` of a `mrkdwn` object in blocks: the only place where Slack would read markup. */
export function mrkdwnTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnTexts);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const own = node['type'] === 'mrkdwn' ? [String(node['text'])] : [];
  return [...own, ...Object.values(node).flatMap(mrkdwnTexts)];
}

/** Every element of a rich text that is not plain text: mentions, links, emoji. */
export function livingElements(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(livingElements);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const living = ['user', 'usergroup', 'channel', 'broadcast', 'link', 'emoji', 'team', 'color'];
  const { type, user_id: user } = node as { type?: string; user_id?: string };
  const own = type !== undefined && living.includes(type) ? [`${type}:${user ?? ''}`] : [];
  return [...own, ...Object.values(node).flatMap(livingElements)];
}

/** What stands in angle brackets in a message's text: what Slack would turn into something. */
export const bracketed = (text: string): readonly string[] => [...text.matchAll(/<[^>]*>/g)].map(([whole]) => whole);

/** Everything readable in blocks, lines apart. */
export function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join('');
  if (typeof value !== 'object' || value === null) return '';
  const node = value as Node;
  if (typeof node['text'] === 'string') return node['text'];
  if (node['type'] === 'user') return `@${String(node['user_id'])}`;
  if (node['type'] === 'date') return String(node['fallback']);
  const inside = Object.values(node).map(readable).join('');
  return node['type'] === 'rich_text_section' ? `${inside}\n` : inside;
}
