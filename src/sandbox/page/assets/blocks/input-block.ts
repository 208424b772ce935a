import { Element } from '../elements/element.ts';
import { useBlockScope } from '../form/block-scope.ts';
import { Icon } from '../parts/icon.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { asObject, asText, wordsOf } from './json.ts';
import type { Json } from './json.ts';
import { TextObject } from './text-object.ts';

const GROUPS: ReadonlySet<string> = new Set(['checkboxes', 'radio_buttons']);

export function InputBlock({ block }: { readonly block: Json }): VNode {
  const scope = useBlockScope();
  const blockId = asText(block['block_id']);
  const element = asObject(block['element']) ?? {};
  const fieldId = `field-${scope.id}-${blockId}`.replaceAll(/[^\w-]/g, '-');
  const error = scope.errors[blockId];
  const hint = wordsOf(block['hint']);
  const optional = block['optional'] === true;
  const described = [error === undefined ? null : `${fieldId}-error`, hint === '' ? null : `${fieldId}-hint`].filter(
    (id) => id !== null,
  );
  const labelling = {
    fieldId,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    invalid: error !== undefined,
    required: !optional,
    dispatches: block['dispatch_action'] === true,
  };
  const words = html`<${TextObject}
      text=${block['label']}
    />${optional && html`<span class="optional"> (optional)</span>`}`;
  const isGroup = GROUPS.has(asText(element['type']));
  return html`<div class="input-block ${error === undefined ? '' : 'has-error'}">
    ${
      isGroup
        ? html`<div class="label" id=${`${fieldId}-label`}>${words}</div>`
        : html`<label class="label" id=${`${fieldId}-label`} for=${fieldId}>${words}</label>`
    }
    <${Element} element=${element} blockId=${blockId} labelling=${labelling} />
    ${error !== undefined && html`<div class="field-error" id=${`${fieldId}-error`} role="alert"><${Icon} name="warning" />${error}</div>`}
    ${hint !== '' && html`<div class="hint" id=${`${fieldId}-hint`}><${TextObject} text=${block['hint']} /></div>`}
  </div>`;
}
