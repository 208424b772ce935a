import type { WireFile, WireMessage } from '../../wire.ts';
import { Blocks } from '../blocks/blocks.ts';
import { FilesContext } from '../blocks/files-context.ts';
import { MrkdwnView } from '../blocks/mrkdwn-view.ts';
import { ScopeContext, useScopeOf } from '../form/block-scope.ts';
import { Icon } from '../parts/icon.ts';
import { useApp } from '../state/app-state.ts';
import { html } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { fileUrl } from '../wire/api.ts';

const NO_ERRORS = {};

/** What a message says: its blocks, or its text when it has none. */
export function MessageBody({ message }: { readonly message: WireMessage }): VNode {
  const person = useApp((state) => state.personId);
  const { channelId, ts } = message;
  const scope = useScopeOf({ in: 'message', channelId, ts }, message.blocks, NO_ERRORS);
  const urlOf = (id: string) =>
    message.files.some((file) => file.id === id) ? fileUrl({ id, channelId, person, thread: message.threadTs }) : null;
  // A file that one of the blocks shows is not shown a second time.
  const placed = JSON.stringify(message.blocks);
  const unplaced = message.files.filter((file) => !placed.includes(file.id));
  const edited = message.edited && html`<span class="edited">(edited)</span>`;
  return html`<${ScopeContext.Provider} value=${scope}>
    <${FilesContext.Provider} value=${{ urlOf }}>
      <div class="message-body">
        ${
          message.blocks.length > 0
            ? html`<${Blocks} blocks=${message.blocks} />${edited}`
            : html`<div class="message-text"><${MrkdwnView} text=${message.text} />${edited}</div>`
        }
        ${unplaced.map((file) => html`<${FileView} key=${file.id} file=${file} url=${urlOf(file.id)} />`)}
      </div>
    <//>
  <//>`;
}

function FileView({ file, url }: { readonly file: WireFile; readonly url: string | null }): VNode {
  if (file.mimetype.startsWith('image/') && url !== null) {
    return html`<figure class="file-image">
      <figcaption>${file.name}</figcaption>
      <a href=${url} target="_blank" rel="noreferrer noopener"><img src=${url} alt=${file.altText || file.name} /></a>
    </figure>`;
  }
  return html`<a class="file-card" href=${url ?? '#'} download=${file.name}>
    <${Icon} name="copy" /><span
      ><strong>${file.name}</strong><br /><small>${file.mimetype}, ${Math.ceil(file.byteLength / 1024)} KB</small></span
    >
  </a>`;
}
