import type { RequestId } from '#domain/ids.ts';
import type { House } from '#workflow/house.ts';
import { changesOf, isDone } from './attribution.ts';
import type { Took } from './report.ts';
import { type Props, story } from './story.ts';

/** Whether a request may have made something that its own compensations did not take away again. */
async function mayHaveMade(house: House, id: RequestId): Promise<boolean> {
  const changes = await changesOf(house, id);
  return changes.length > 0 && !changes.some((change) => change.part === 'compensation' && isDone(change));
}

/** What a run made and did not take away, a sentence each: somebody has to look after it. */
export async function leftOver(
  house: House,
  run: {
    readonly scenes: readonly Took[];
    readonly requests: ReadonlyMap<string, RequestId>;
    readonly props: Props;
  },
): Promise<readonly string[]> {
  const passed = new Set(run.scenes.filter(({ state }) => state === 'passed').map(({ id }) => id));
  const left: string[] = [];
  for (const { id, leaves } of story) {
    const request = run.requests.get(id);
    if (leaves === null || request === undefined || passed.has(leaves.unless)) continue;
    if (await mayHaveMade(house, request)) left.push(leaves.says(run.props));
  }
  return left;
}
