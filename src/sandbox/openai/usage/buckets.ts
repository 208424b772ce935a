import { badRequest } from '../http/problem.ts';
import { readLimit } from '../http/query.ts';
import { sha256 } from '../secret-value.ts';

export interface Bucket {
  readonly startSec: number;
  readonly endSec: number;
}

export type BucketWidth = '1m' | '1h' | '1d';

/** Page sizes count buckets, not rows, and depend on the width; OpenAI API reference, 2026-11. */
const widths = {
  '1m': { sec: 60, limits: { least: 1, most: 1440, fallback: 60 } },
  '1h': { sec: 3600, limits: { least: 1, most: 168, fallback: 24 } },
  '1d': { sec: 86_400, limits: { least: 1, most: 31, fallback: 7 } },
} as const;

export const COST_LIMITS = { least: 1, most: 180, fallback: 7 };

interface BucketQuery {
  readonly start_time: number;
  readonly end_time?: number | undefined;
  readonly bucket_width: BucketWidth;
  readonly limit?: string | undefined;
  readonly page?: string | undefined;
}

interface BucketPage {
  readonly buckets: readonly Bucket[];
  readonly nextPage: string | null;
}

/**
 * One page of buckets. They lie on whole minutes, hours and days of UTC, as was seen on the live API in 2026, and none lies
 * ahead of now. Throws 400 for a page size out of range and for a page of another question.
 */
export function bucketsOf(query: BucketQuery, nowSec: number, limits?: typeof COST_LIMITS): BucketPage {
  const width = widths[query.bucket_width];
  const limit = readLimit(query.limit, limits ?? width.limits);
  if (typeof limit === 'object') throw badRequest(limit.refusal, { param: 'limit' });
  if (query.end_time !== undefined && query.end_time <= query.start_time) {
    throw badRequest("'end_time' must be after 'start_time'.", { param: 'end_time' });
  }
  const endSec = Math.min(query.end_time ?? nowSec, nowSec);
  const first = query.page === undefined ? query.start_time - (query.start_time % width.sec) : pageStart(query);
  const count = Math.max(0, Math.min(limit, Math.ceil((endSec - first) / width.sec)));
  const buckets = Array.from({ length: count }, (_, index) => {
    const startSec = first + index * width.sec;
    return { startSec, endSec: startSec + width.sec };
  });
  const next = first + count * width.sec;
  return { buckets, nextPage: next < endSec ? `page_${encoded(`${next} ${questionOf(query)}`)}` : null };
}

/** The list that all usage and costs come in. */
export function showBuckets(
  { buckets, nextPage }: BucketPage,
  rowsIn: (bucket: Bucket) => readonly Readonly<Record<string, unknown>>[],
): Readonly<Record<string, unknown>> {
  return {
    object: 'page',
    data: buckets.map((bucket) => ({
      object: 'bucket',
      start_time: bucket.startSec,
      end_time: bucket.endSec,
      results: rowsIn(bucket),
    })),
    has_more: nextPage !== null,
    next_page: nextPage,
  };
}

function pageStart(query: BucketQuery): number {
  const text = Buffer.from(query.page?.replace(/^page_/, '') ?? '', 'base64url').toString();
  const [start, question] = text.split(' ');
  if (question === questionOf(query)) return Number(start);
  throw badRequest('The page does not belong to this query.', { param: 'page' });
}

/** Everything but the page has to stay as it was from page to page. */
function questionOf(query: BucketQuery): string {
  const { page: _, ...rest } = query;
  return sha256(JSON.stringify(rest)).slice(0, 16);
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
