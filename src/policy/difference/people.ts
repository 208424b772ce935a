import type { Person, Policy } from '../policy.ts';
import { type Difference, looser, neutral, type Pair, tighter, unclear } from './difference.ts';
import { differingKeys, isSame, isWithin } from './same.ts';

const KNOWN = ['name', 'slackIds', 'openaiEmail'];

/**
 * Without an entry each account stands for itself. Where every group is a list that lets nobody approve; through a group of Slack’s one human
 * could come to count twice, or escape what is denied to the group.
 */
function left(policy: Policy, { name, slackIds }: Person): Difference {
  const slack = Object.values(policy.groups).flatMap((group) => (group.kind === 'slack' ? [group] : []));
  const isHarmless = slack.length === 0 || (slackIds.length <= 1 && slack.every((group) => !group.allowUnlisted));
  const sentence = `${name} would no longer be listed.`;
  return isHarmless ? tighter(sentence) : looser(sentence);
}

function ofPerson(before: Person, after: Person): readonly Difference[] {
  const { name } = before;
  const differences: Difference[] = differingKeys(before, after, KNOWN).map((key) =>
    unclear(`${key} of ${name} would change.`),
  );
  if (after.name !== name) differences.push(neutral(`${name} would be called ${after.name}.`));
  if (!isWithin(after.slackIds, before.slackIds))
    differences.push(looser(`Another Slack account would count as ${name}.`));
  // Who asks with the account that was taken away could approve with the one that is left.
  if (!isWithin(before.slackIds, after.slackIds))
    differences.push(looser(`A Slack account of ${name} would no longer count as theirs.`));
  if (!isSame(before.openaiEmail, after.openaiEmail))
    differences.push(looser(`${name} would be bound to another user at OpenAI.`));
  return differences;
}

export function comparePeople({ was, is }: Pair): readonly Difference[] {
  const ids = new Set([...Object.keys(was.people), ...Object.keys(is.people)]);
  return [...ids].flatMap((id) => {
    const before = Object.hasOwn(was.people, id) ? was.people[id] : undefined;
    const after = Object.hasOwn(is.people, id) ? is.people[id] : undefined;
    if (before === undefined) return after === undefined ? [] : [looser(`${after.name} would be listed.`)];
    return after === undefined ? [left(is, before)] : ofPerson(before, after);
  });
}
