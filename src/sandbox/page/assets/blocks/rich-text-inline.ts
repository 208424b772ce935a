import { emojiCharacter } from '../text/emoji.ts';
import { safeHref } from '../text/inline.ts';
import type { Inline } from '../text/inline.ts';
import { asNumber, asObject, asObjects, asText } from './json.ts';
import type { Json } from './json.ts';

/** The leaves of a `rich_text` block as inlines (Slack, "Block Kit: rich text block", 2026). */
export function richInlines(elements: unknown): readonly Inline[] {
  return asObjects(elements).flatMap((element) => styled(element, leaf(element)));
}

function leaf(element: Json): readonly Inline[] {
  switch (asText(element['type'])) {
    case 'text':
      return lines(asText(element['text']));
    case 'link': {
      const url = asText(element['url']);
      return [{ kind: 'link', href: safeHref(url), label: lines(asText(element['text']) || url) }];
    }
    case 'user':
      return [{ kind: 'user', id: asText(element['user_id']), label: null }];
    case 'channel':
      return [{ kind: 'channel', id: asText(element['channel_id']), label: null }];
    case 'usergroup':
      return [{ kind: 'usergroup', id: asText(element['usergroup_id']), label: null }];
    case 'broadcast':
      return [{ kind: 'broadcast', range: asText(element['range']) }];
    case 'emoji':
      return [emoji(element)];
    case 'color':
      return [{ kind: 'color', value: asText(element['value']) }];
    case 'date':
      return [date(element)];
    default:
      return [{ kind: 'text', text: asText(element['text']) }];
  }
}

function lines(text: string): readonly Inline[] {
  return text.split('\n').flatMap((line, index): Inline[] => {
    const words: Inline = { kind: 'text', text: line };
    return index === 0 ? [words] : [{ kind: 'break' }, words];
  });
}

function emoji(element: Json): Inline {
  const name = asText(element['name']);
  return { kind: 'emoji', name, character: emojiCharacter(name) };
}

function date(element: Json): Inline {
  return {
    kind: 'date',
    seconds: asNumber(element['timestamp']) ?? 0,
    format: asText(element['format']),
    href: safeHref(asText(element['url'])),
    fallback: asText(element['fallback']),
  };
}

function styled(element: Json, inlines: readonly Inline[]): readonly Inline[] {
  const style = asObject(element['style']) ?? {};
  const kinds = (['code', 'strike', 'italic', 'bold'] as const).filter((kind) => style[kind] === true);
  return kinds.reduce<readonly Inline[]>((inside, kind) => [{ kind, children: inside }], inlines);
}
