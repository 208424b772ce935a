import { Fault } from '#domain/fault.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import type { Call } from '#operations/call.ts';
import { continuationOf, cursorParam, type Listing } from './paging.ts';
import { listPageSchema } from './schemas/list-page.ts';

// 20 000 items at a hundred a page: ten times the most projects an organization may have. At the vendor's pace half an hour.
const MOST_PAGES = 200;

/**
 * Every item of a list, page by page. All or nothing: a list that cannot be read to its end throws, because half a list would say that
 * the other half does not exist.
 */
export async function readAllPages(
  call: Call,
  listing: Listing,
  readPage: (call: Call) => Promise<JsonObject>,
): Promise<{ readonly data: readonly Json[] }> {
  const limit = listing.limit === null ? {} : { limit: listing.limit };
  const seen = new Set<string>();
  const data: Json[] = [];
  // A limit of the call's own wins: somebody wanted small pages.
  let query: Call['query'] = { ...limit, ...call.query };
  for (let pages = 1; pages <= MOST_PAGES; pages += 1) {
    const page = listPageSchema.safeParse(await readPage({ ...call, query }));
    if (!page.success) throw badList(call, 'a page is not in the documented form');
    data.push(...(page.data.data as Json[]));
    const continuation = continuationOf(listing.style, page.data);
    if (continuation === 'end') return { data };
    if (continuation === 'lost') throw badList(call, 'there is more, but nothing says where');
    // A repeated cursor would be followed until the bound, at the cost of half an hour.
    if (seen.has(continuation.cursor)) throw badList(call, 'it goes in a circle');
    seen.add(continuation.cursor);
    query = { ...query, [cursorParam[listing.style]]: continuation.cursor };
  }
  throw badList(call, `it has more than ${MOST_PAGES} pages`);
}

function badList(call: Call, why: string): Fault {
  return new Fault('openai.bad_answer', `The list ${call.endpoint} could not be read to its end: ${why}.`);
}
