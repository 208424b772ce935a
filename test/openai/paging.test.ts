import { describe, expect, it } from 'vitest';
import { continuationOf, listingOf } from '#openai/paging.ts';
import { listPageSchema } from '#openai/schemas/list-page.ts';
import { endpoints } from '#operations/endpoint.ts';

const page = (fields: object) => listPageSchema.parse({ data: [{ id: 'a' }, { id: 'b' }], has_more: true, ...fields });

describe('the next page', () => {
  it('begins after last_id, or after the last item where there is none', () => {
    expect(continuationOf('last-id', page({ last_id: 'x' }))).toEqual({ cursor: 'x' });
    expect(continuationOf('last-id', page({ last_id: null }))).toEqual({ cursor: 'b' });
    expect(continuationOf('last-id', page({}))).toEqual({ cursor: 'b' });
  });

  it('begins where next or next_page say', () => {
    expect(continuationOf('next', page({ next: 'n' }))).toEqual({ cursor: 'n' });
    expect(continuationOf('page', page({ next_page: 'page_2' }))).toEqual({ cursor: 'page_2' });
  });

  it('does not exist when there is no more, whatever cursors are given', () => {
    expect(continuationOf('last-id', page({ has_more: false, last_id: 'x' }))).toBe('end');
    expect(continuationOf('next', page({ has_more: false, next: 'n' }))).toBe('end');
  });

  it('is lost when there is more but no cursor', () => {
    expect(continuationOf('last-id', page({ data: [] }))).toBe('lost');
    expect(continuationOf('last-id', page({ data: ['no object'] }))).toBe('lost');
    expect(continuationOf('next', page({ next: null }))).toBe('lost');
    expect(continuationOf('page', page({}))).toBe('lost');
  });
});

// Read whole, without pages: one object a project or organization.
const oneThing = /(model_permissions|hosted_tool_permissions|service_tier_settings|spend_limit|data_retention)$/;

it('every declared list is known, and nothing else', () => {
  for (const endpoint of endpoints) {
    const isList = endpoint.startsWith('GET ') && !endpoint.endsWith('}') && !oneThing.test(endpoint);
    expect([endpoint, listingOf(endpoint) !== null]).toEqual([endpoint, isList]);
  }
});

it('a page without has_more is not a page', () => {
  expect(listPageSchema.safeParse({ data: [] }).success).toBe(false);
  expect(listPageSchema.safeParse({ has_more: false }).success).toBe(false);
});
