import { Button } from '../elements/button.ts';
import { Icon } from '../parts/icon.ts';
import type { IconName } from '../parts/icon.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { asObject, asObjects, asText } from './json.ts';
import type { Json } from './json.ts';
import { SlackImage } from './slack-image.ts';
import { TextObject } from './text-object.ts';

interface CalloutProps {
  readonly block: Json;
}

const ICONS: Readonly<Record<string, IconName>> = { success: 'check', warning: 'warning', error: 'warning' };

export function Alert({ block }: CalloutProps): VNode {
  const level = asText(block['level']) || 'default';
  return html`<div class="alert-block level-${level}">
    <${Icon} name=${ICONS[level] ?? 'info'} />
    <span><${TextObject} text=${block['text']} /></span>
  </div>`;
}

export function Card({ block }: CalloutProps): VNode {
  const blockId = asText(block['block_id']);
  const image = asObject(block['hero_image']);
  const part = (name: string) =>
    block[name] !== undefined && html`<div class="card-${name}"><${TextObject} text=${block[name]} /></div>`;
  const actions = asObjects(block['actions']);
  return html`<div class="card-block">
    ${image !== null && html`<${SlackImage} element=${image} />`} ${part('title')} ${part('subtitle')} ${part('body')}
    ${actions.length > 0 && html`<div class="actions">${actions.map((element) => html`<${Button} element=${element} blockId=${blockId} />`)}</div>`}
  </div>`;
}
