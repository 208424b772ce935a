import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { InlineView } from './inline-view.ts';
import { asNumber, asObjects, asText } from './json.ts';
import type { Json } from './json.ts';
import { Preformatted } from './preformatted.ts';
import { richInlines } from './rich-text-inline.ts';

/** Slack's clients indent up to eight levels. */
const MOST_INDENT = 8;

/** A `rich_text` block, or a table cell of that kind. */
export function RichText({ block }: { readonly block: Json }): VNode {
  return html`<div class="rich-text">${asObjects(block['elements']).map(drawSection)}</div>`;
}

function drawSection(section: Json): VNode {
  const inlines = html`<${InlineView} inlines=${richInlines(section['elements'])} />`;
  switch (asText(section['type'])) {
    case 'rich_text_preformatted':
      return html`<${Preformatted}>${inlines}<//>`;
    case 'rich_text_quote':
      return html`<blockquote>${inlines}</blockquote>`;
    case 'rich_text_list':
      return drawList(section);
    default:
      return html`<p>${inlines}</p>`;
  }
}

function drawList(list: Json): VNode {
  const indent = Math.min(asNumber(list['indent']) ?? 0, MOST_INDENT);
  const items = asObjects(list['elements']).map(
    (item) => html`<li><${InlineView} inlines=${richInlines(item['elements'])} /></li>`,
  );
  const className = `rich-list indent-${indent} ${list['border'] === 1 ? 'has-border' : ''}`;
  if (list['style'] !== 'ordered')
    return html`<ul class=${className}>
      ${items}
    </ul>`;
  return html`<ol class=${className} start=${(asNumber(list['offset']) ?? 0) + 1}>
    ${items}
  </ol>`;
}
