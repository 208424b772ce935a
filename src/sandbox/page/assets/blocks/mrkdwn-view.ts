import { parseMrkdwn } from '../text/mrkdwn.ts';
import { html, useMemo } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { InlineView } from './inline-view.ts';
import { Preformatted } from './preformatted.ts';

export function MrkdwnView({ text, verbatim = false }: { readonly text: string; readonly verbatim?: boolean }): VNode {
  const blocks = useMemo(() => parseMrkdwn(text, { verbatim }), [text, verbatim]);
  return html`<div class="mrkdwn">
    ${blocks.map((block) => {
      const inlines = html`<${InlineView} inlines=${block.children} />`;
      if (block.kind === 'pre') return html`<${Preformatted}>${inlines}<//>`;
      return block.kind === 'quote' ? html`<blockquote>${inlines}</blockquote>` : html`<p>${inlines}</p>`;
    })}
  </div>`;
}
