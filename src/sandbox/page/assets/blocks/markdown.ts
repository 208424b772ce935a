import { parseMarkdown } from '../text/markdown.ts';
import type { MarkdownBlock } from '../text/markdown.ts';
import { html, useMemo } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { InlineView } from './inline-view.ts';
import { asText } from './json.ts';
import type { Json } from './json.ts';
import { Preformatted } from './preformatted.ts';

export function Markdown({ block }: { readonly block: Json }): VNode {
  const text = asText(block['text']);
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return html`<div class="markdown">${blocks.map(draw)}</div>`;
}

function draw(block: MarkdownBlock): VNode {
  switch (block.kind) {
    case 'heading':
      // The conversation's name is the heading of level 2 above it.
      return html`<div
        class="markdown-heading level-${block.level}"
        role="heading"
        aria-level=${Math.min(block.level + 2, 6)}
      >
        <${InlineView} inlines=${block.children} />
      </div>`;
    case 'paragraph':
      return html`<p><${InlineView} inlines=${block.children} /></p>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map(draw)}</blockquote>`;
    case 'pre':
      return html`<${Preformatted}>${block.text}<//>`;
    case 'list':
      return drawList(block);
    case 'table':
      return drawTable(block.rows);
    case 'rule':
      return html`<hr />`;
  }
}

function drawList({ ordered, items }: Extract<MarkdownBlock, { kind: 'list' }>): VNode {
  const lines = items.map((item) => html`<li><${InlineView} inlines=${item} /></li>`);
  return ordered
    ? html`<ol>
        ${lines}
      </ol>`
    : html`<ul>
        ${lines}
      </ul>`;
}

function drawTable([head = [], ...body]: Extract<MarkdownBlock, { kind: 'table' }>['rows']): VNode {
  return html`<div class="table-holder" role="group" aria-label="Table" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col" class="cell"><${InlineView} inlines=${cell} /></th>`)}
        </tr>
      </thead>
      <tbody>
        ${body.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td class="cell"><${InlineView} inlines=${cell} /></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
