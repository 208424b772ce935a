import { groupsNamed } from '#policy/groups-named.ts';
import type { Policy } from '#policy/policy.ts';
import { withBindings } from '#policy/with-bindings.ts';
import type { OpenedReader } from '#storage/open-reader.ts';
import { membersSeen } from '#workflow/policies/members-seen.ts';
import { requirePolicy } from '#workflow/policies/read-policy.ts';
import { replay, replaySentence } from '#workflow/policies/replay.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';

export interface Replayed {
  readonly was: Policy;
  readonly is: Policy;
  /** As the card of an adoption says it. */
  readonly sentence: string;
  readonly lines: readonly string[];
}

/** What a policy would have made of the requests of the last 90 days, beside what is in force. Reads the database and asks nobody. */
export async function replayBeside(read: OpenedReader, proposed: Policy): Promise<Replayed> {
  const inForce = await read.policies.inForce();
  if (inForce === null) throw new CommandFailure('No policy was adopted in this database yet.', exitCodes.config);
  const people = await read.people.all();
  const active = requirePolicy(inForce);
  const [was, is] = [withBindings(active.policy, people), withBindings(proposed, people)];
  const house = {
    clock: { now: Date.now },
    policy: () => ({ policy: was, digest: active.digest }),
    people: { userGroup: (group: string) => membersSeen(read, group) },
    store: { read },
  };
  const replayed = await replay(house, { was, is });
  const isOfSlack = [...groupsNamed(was), ...groupsNamed(is)].length > 0;
  const from = isOfSlack ? ['Members of Slack groups are those whom the bot saw last.'] : [];
  return { was, is, sentence: replaySentence(replayed), lines: [...replayed.lines, ...from] };
}
