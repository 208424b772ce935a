import { Element } from '../elements/element.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { asObject, asObjects, asText } from './json.ts';
import type { Json } from './json.ts';
import { TextObject } from './text-object.ts';

export function Section({ block }: { readonly block: Json }): VNode {
  const fields = asObjects(block['fields']);
  const accessory = asObject(block['accessory']);
  return html`<div class="section">
    <div class="section-body">
      ${block['text'] !== undefined && html`<div class="section-text"><${TextObject} text=${block['text']} /></div>`}
      ${fields.length > 0 && html`<div class="fields">${fields.map((field) => html`<div class="section-field"><${TextObject} text=${field} /></div>`)}</div>`}
    </div>
    ${accessory !== null && html`<div class="accessory"><${Element} element=${accessory} blockId=${asText(block['block_id'])} labelling=${null} /></div>`}
  </div>`;
}
