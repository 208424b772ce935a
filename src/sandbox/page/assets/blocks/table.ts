import { html, useState } from '../vendor/preact.js';
import type { VNode } from '../vendor/preact.js';
import { asList, asNumber, asObject, asObjects, asText } from './json.ts';
import type { Json } from './json.ts';
import { RichText } from './rich-text.ts';

/** Slack's own page for a `data_table` that names none. */
const PAGE_ROWS = 5;

/** A `table` block; its first row is the head. */
export function Table({ block }: { readonly block: Json }): VNode {
  return html`<${Grid} rows=${rowsOf(block)} columns=${asList(block['column_settings'])} caption=${null} />`;
}

/** A `data_table` block: the same with a caption and pages. */
export function DataTable({ block }: { readonly block: Json }): VNode {
  const [page, setPage] = useState(0);
  const [head = [], ...body] = rowsOf(block);
  const size = asNumber(block['page_size']) ?? PAGE_ROWS;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const rows = [head, ...body.slice(page * size, (page + 1) * size)];
  const turn = (by: number) => setPage(Math.min(Math.max(page + by, 0), pages - 1));
  return html`<div class="data-table">
    <${Grid} rows=${rows} columns=${[]} caption=${asText(block['caption'])} />
    ${
      pages > 1 &&
      html`<div class="pager">
        <button type="button" class="button button-small" disabled=${page === 0} onClick=${() => turn(-1)}>
          Previous rows
        </button>
        <span>Page ${page + 1} of ${pages}</span>
        <button type="button" class="button button-small" disabled=${page === pages - 1} onClick=${() => turn(1)}>
          Next rows
        </button>
      </div>`
    }
  </div>`;
}

interface GridProps {
  readonly rows: readonly (readonly Json[])[];
  readonly columns: readonly unknown[];
  readonly caption: string | null;
}

function Grid({ rows, columns, caption }: GridProps): VNode {
  const [head = [], ...body] = rows;
  const look = (index: number) => {
    const settings = asObject(columns[index]);
    return `cell align-${asText(settings?.['align']) || 'left'} ${settings?.['is_wrapped'] === true ? 'is-wrapped' : ''}`;
  };
  return html`<div class="table-holder" role="group" aria-label=${caption ?? 'Table'} tabindex="0">
    <table>
      ${
        caption !== null &&
        html`<caption>
          ${caption}
        </caption>`
      }
      <thead>
        <tr>
          ${head.map((cell, index) => html`<th scope="col" class=${look(index)}><${Cell} cell=${cell} /></th>`)}
        </tr>
      </thead>
      <tbody>
        ${body.map(
          (row) =>
            html`<tr>
              ${row.map((cell, index) => html`<td class=${look(index)}><${Cell} cell=${cell} /></td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function Cell({ cell }: { readonly cell: Json }): VNode {
  if (cell['type'] === 'rich_text') return html`<${RichText} block=${cell} />`;
  const shown = asText(cell['text']) || asNumber(cell['value']) || asNumber(cell['number']) || '';
  return html`${String(shown)}`;
}

function rowsOf(block: Json): readonly (readonly Json[])[] {
  return asList(block['rows']).map(asObjects);
}
