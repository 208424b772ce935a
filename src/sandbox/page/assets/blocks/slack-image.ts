import { Icon } from '../parts/icon.ts';
import { safeHref } from '../text/inline.ts';
import { html, useContext } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { FilesContext } from './files-context.ts';
import { asObject, asText } from './json.ts';
import type { Json } from './json.ts';

/**
 * An image element or block. A file of the message is drawn; an address elsewhere is only linked, since the sandbox
 * fetches nothing from the network.
 */
export function SlackImage({ element }: { readonly element: Json }): VNode {
  const files = useContext(FilesContext);
  const alt = asText(element['alt_text']);
  const slackFile = asObject(element['slack_file']);
  const source = slackFile === null ? null : files.urlOf(asText(slackFile['id']));
  if (source !== null) return html`<img class="slack-image" src=${source} alt=${alt} />`;
  const href = safeHref(asText(element['image_url']) || asText(slackFile?.['url']));
  const words = html`<${Icon} name="eye" /><span>${alt || 'An image'}</span>`;
  return href === null
    ? html`<span class="image-elsewhere" role="img" aria-label=${alt}>${words}</span>`
    : html`<a class="image-elsewhere" href=${href} target="_blank" rel="noreferrer noopener">${words}</a>`;
}
