import { Element } from '../elements/element.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { Alert, Card } from './callout.ts';
import { InputBlock } from './input-block.ts';
import { asObjects, asText, wordsOf } from './json.ts';
import type { Json } from './json.ts';
import { Markdown } from './markdown.ts';
import { RichText } from './rich-text.ts';
import { Section } from './section.ts';
import { SlackImage } from './slack-image.ts';
import { DataTable, Table } from './table.ts';
import { TextObject } from './text-object.ts';

interface BlockProps {
  readonly block: Json;
}

function Header({ block }: BlockProps): VNode {
  return html`<div class="header-block" role="heading" aria-level="3"><${TextObject} text=${block['text']} /></div>`;
}

function Divider(): VNode {
  return html`<hr class="divider" />`;
}

function ContextBlock({ block }: BlockProps): VNode {
  const parts = asObjects(block['elements']).map((element) =>
    element['type'] === 'image'
      ? html`<${SlackImage} element=${element} />`
      : html`<span class="context-text"><${TextObject} text=${element} /></span>`,
  );
  return html`<div class="context">${parts}</div>`;
}

function Actions({ block }: BlockProps): VNode {
  const blockId = asText(block['block_id']);
  return html`<div class="actions">
    ${asObjects(block['elements']).map(
      (element) =>
        html`<${Element}
          key=${asText(element['action_id'])}
          element=${element}
          blockId=${blockId}
          labelling=${null}
        />`,
    )}
  </div>`;
}

function ImageBlock({ block }: BlockProps): VNode {
  const title = wordsOf(block['title']);
  return html`<figure class="image-block">
    ${title !== '' && html`<figcaption><${TextObject} text=${block['title']} /></figcaption>`}
    <${SlackImage} element=${block} />
  </figure>`;
}

const COMPONENTS: Readonly<Record<string, unknown>> = {
  section: Section,
  header: Header,
  divider: Divider,
  context: ContextBlock,
  actions: Actions,
  image: ImageBlock,
  input: InputBlock,
  rich_text: RichText,
  table: Table,
  data_table: DataTable,
  markdown: Markdown,
  alert: Alert,
  card: Card,
};

/** Blocks of a message or view, top to bottom. A type that this page cannot draw is named, never silently left out. */
export function Blocks({ blocks }: { readonly blocks: readonly Json[] }): VNode {
  return html`<div class="blocks">
    ${blocks.map((block, index) => {
      const type = asText(block['type']);
      const component = COMPONENTS[type];
      return html`<div class="block" data-block-type=${type} key=${asText(block['block_id']) || String(index)}>
        ${component === undefined ? html`<p class="unknown-element">This page cannot draw a “${type}” block.</p>` : html`<${component} block=${block} />`}
      </div>`;
    })}
  </div>`;
}
