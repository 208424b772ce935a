import { requestId, type RequestId } from '#domain/ids.ts';

/** Lists by the request that they are about, with an empty one for whatever nothing is about. */
export function byRequest<Row, Item>(
  ids: readonly RequestId[],
  rows: readonly Row[],
  { of, as }: { of: (row: Row) => string | null; as: (row: Row) => Item },
): Map<RequestId, Item[]> {
  const lists = new Map(ids.map((id): [RequestId, Item[]] => [id, []]));
  for (const row of rows) lists.get(requestId(of(row) ?? ''))?.push(as(row));
  return lists;
}
