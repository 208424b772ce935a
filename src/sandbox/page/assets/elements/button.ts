import { asObject, asText, wordsOf } from '../blocks/json.ts';
import type { Json } from '../blocks/json.ts';
import { TextObject } from '../blocks/text-object.ts';
import { placeOf, useBlockScope } from '../form/block-scope.ts';
import { safeHref } from '../text/inline.ts';
import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { ConfirmDialog } from './confirm-dialog.ts';

interface ButtonProps {
  readonly element: Json;
  readonly blockId: string;
}

export function Button({ element, blockId }: ButtonProps): VNode {
  const scope = useBlockScope();
  const at = placeOf(blockId, element);
  const [phase, setPhase] = useState<'ready' | 'asking' | 'busy'>('ready');
  const label = wordsOf(element['text']);
  const confirm = asObject(element['confirm']);
  const href = safeHref(asText(element['url']));
  const send = async () => {
    setPhase('busy');
    await scope.act(at, { label });
    setPhase('ready');
  };
  const answer = (yes: boolean) => {
    if (yes) void send();
    else setPhase('ready');
  };
  const attributes = {
    class: `button ${STYLES[asText(element['style'])] ?? ''} ${phase === 'busy' ? 'is-busy' : ''}`,
    'data-action-id': at.actionId,
    'data-block-id': at.blockId,
    'aria-label': asText(element['accessibility_label']) || undefined,
    'aria-busy': phase === 'busy' ? 'true' : undefined,
  };
  const words = html`<span class="button-words"><${TextObject} text=${element['text']} /></span>`;
  // A button with a link opens it and still tells the app.
  if (href !== null)
    return html`<a href=${href} target="_blank" rel="noreferrer noopener" ...${attributes} onClick=${send}
      >${words}</a
    >`;
  const press = () => {
    if (phase !== 'ready') return;
    if (confirm === null) void send();
    else setPhase('asking');
  };
  return html`<button type="button" ...${attributes} onClick=${press}>${words}</button>
    ${phase === 'asking' && confirm !== null && html`<${ConfirmDialog} id=${`${scope.id}-${blockId}-${at.actionId}`} confirm=${confirm} onAnswer=${answer} />`}`;
}

const STYLES: Readonly<Record<string, string>> = { primary: 'button-primary', danger: 'button-danger' };
