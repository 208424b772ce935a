import { isSlackUserId, slackUserId } from '#domain/ids.ts';
import type { KnownUser } from '#operations/memory.ts';
import { emailOf, personOf } from '#policy/people.ts';
import type { House } from '../house.ts';
import { freshUsers } from '../refresh-directory.ts';
import { type Candidate, type FoundNamed, type Looking, match } from './match.ts';

function userCandidate(user: KnownUser): Candidate {
  return {
    value: { id: user.id, email: user.email, name: user.name },
    suggestion: { value: user.id, label: user.name, description: `${user.email} · ${user.role}` },
    names: [user.id, user.email, user.name].map((name) => name.toLowerCase()).filter((name) => name !== ''),
    search: `${user.name} ${user.email} ${user.id}`,
  };
}

/** People by id, e-mail address or name; somebody mentioned in Slack by the address that the policy binds to them. */
export async function findUsers(house: House, word: string, looking: Looking): Promise<FoundNamed> {
  await freshUsers(house, looking.context, looking.maxAgeMs);
  const { items } = await house.store.read.directory.users();
  const { policy } = house.policy();
  const mentioned = isSlackUserId(word) ? emailOf(policy, personOf(policy, slackUserId(word))) : null;
  return match(items.map(userCandidate), mentioned ?? word);
}
