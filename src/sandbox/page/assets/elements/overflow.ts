import { asObject, asObjects, asText, wordsOf } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { TextObject } from '../blocks/text-object.ts';
import { placeOf, useBlockScope } from '../form/block-scope.ts';
import { Icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { safeHref } from '../text/inline.ts';
import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { ConfirmDialog } from './confirm-dialog.ts';

/** The "…" menu. Its options act at once, like buttons. */
export function Overflow({ element, blockId }: { readonly element: Json; readonly blockId: string }): VNode {
  const scope = useBlockScope();
  const at = placeOf(blockId, element);
  const [asking, setAsking] = useState<Json | null>(null);
  const confirm = asObject(element['confirm']);
  const send = (option: Json) => {
    const choice = { value: asText(option['value']), label: wordsOf(option['text']) };
    void scope.act(at, { label: choice.label, choice, state: { type: 'overflow', selected_option: option } });
  };
  const answer = (yes: boolean) => {
    setAsking(null);
    if (yes && asking !== null) send(asking);
  };
  const items = asObjects(element['options']).map((option) => ({
    key: asText(option['value']),
    content: html`<${TextObject} text=${option['text']} />`,
    testId: `overflow-${asText(option['value'])}`,
    href: safeHref(asText(option['url'])) ?? undefined,
    choose: () => (confirm === null ? send(option) : setAsking(option)),
  }));
  return html`<${Menu}
      label="More actions"
      button=${html`<${Icon} name="more" />`}
      buttonClass="button button-icon"
      items=${items}
      data=${{ 'data-action-id': at.actionId, 'data-block-id': at.blockId }}
    />
    ${asking !== null && confirm !== null && html`<${ConfirmDialog} id=${`${scope.id}-${blockId}-${at.actionId}`} confirm=${confirm} onAnswer=${answer} />`}`;
}
