import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#domain/json.ts';
import { readAllPages } from '#openai/paginate.ts';
import type { Call } from '#operations/call.ts';
import { call } from '#operations/call.ts';
import { listProjects } from './support/fixtures.ts';

const byLastId = { style: 'last-id', limit: 100 } as const;

/** Answers the given pages in turn and keeps the queries that asked for them. */
function reader(pages: readonly JsonObject[]) {
  const queries: Call['query'][] = [];
  return {
    queries,
    readPage: async (request: Call): Promise<JsonObject> => {
      queries.push(request.query);
      return pages[queries.length - 1] ?? { data: [], has_more: false };
    },
  };
}

const pageOf = (id: string, more: boolean): JsonObject => ({ data: [{ id }], has_more: more, last_id: id });

describe('all pages of a list', () => {
  it('are read in order with the largest page the endpoint allows', async () => {
    const { queries, readPage } = reader([pageOf('a', true), pageOf('b', true), pageOf('c', false)]);
    const list = await readAllPages(listProjects, byLastId, readPage);
    expect(list).toEqual({ data: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(queries).toEqual([{ limit: 100 }, { limit: 100, after: 'a' }, { limit: 100, after: 'b' }]);
  });

  it('keep the filters of the call, and its own limit', async () => {
    const { queries, readPage } = reader([pageOf('a', true)]);
    await readAllPages(
      call('GET /organization/users', { query: { emails: ['e@example.com'], limit: 7 } }),
      byLastId,
      readPage,
    );
    expect(queries[1]).toEqual({ limit: 7, emails: ['e@example.com'], after: 'a' });
  });

  it('send no limit where no maximum is documented', async () => {
    const { queries, readPage } = reader([]);
    await readAllPages(listProjects, { style: 'last-id', limit: null }, readPage);
    expect(queries).toEqual([{}]);
  });

  it('are followed in the two other styles too', async () => {
    const groups = reader([{ data: [1], has_more: true, next: 'n1' }]);
    await readAllPages(listProjects, { style: 'next', limit: 100 }, groups.readPage);
    expect(groups.queries[1]).toEqual({ limit: 100, after: 'n1' });
    const costs = reader([{ data: [1], has_more: true, next_page: 'page_2' }]);
    await readAllPages(listProjects, { style: 'page', limit: 180 }, costs.readPage);
    expect(costs.queries[1]).toEqual({ limit: 180, page: 'page_2' });
  });

  it.each([
    ['go in a circle', [pageOf('a', true), pageOf('b', true), pageOf('a', true)], 'circle'],
    ['stand still', [pageOf('a', true), pageOf('a', true)], 'circle'],
    ['lose their way', [{ data: [], has_more: true }], 'nothing says where'],
    ['are no pages', [{ data: 'none', has_more: true }], 'form'],
    ['do not say whether there is more', [{ data: [] }], 'form'],
  ])('are refused whole when they %s', async (_, pages: readonly JsonObject[], why) => {
    const reading = readAllPages(listProjects, byLastId, reader(pages).readPage);
    await expect(reading).rejects.toMatchObject({
      code: 'openai.bad_answer',
      message: expect.stringContaining(why) as string,
    });
  });

  it('are refused after two hundred', async () => {
    let asked = 0;
    const endless = async (): Promise<JsonObject> => pageOf(`item ${(asked += 1)}`, true);
    await expect(readAllPages(listProjects, byLastId, endless)).rejects.toThrow('more than 200 pages');
    expect(asked).toBe(200);
  });
});
