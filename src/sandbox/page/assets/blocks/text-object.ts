import { emojiCharacter } from '../text/emoji.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { asObject, asText } from './json.ts';
import { MrkdwnView } from './mrkdwn-view.ts';

/** A `plain_text` or `mrkdwn` object. Plain text knows only emoji, and needs no entities decoded. */
export function TextObject({ text }: { readonly text: unknown }): VNode {
  const object = asObject(text);
  const words = asText(object?.['text']) || asText(text);
  if (object?.['type'] === 'mrkdwn')
    return html`<${MrkdwnView} text=${words} verbatim=${object['verbatim'] === true} />`;
  return html`${object?.['emoji'] === false ? words : withEmoji(words)}`;
}

function withEmoji(words: string): string {
  return words.replaceAll(/:([a-z0-9_+'-]{1,50}):/g, (whole, name: string) => emojiCharacter(name) ?? whole);
}
