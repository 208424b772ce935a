import { isChannelId, personId, type PersonId, type SlackUserId } from '#domain/ids.ts';
import { membershipOf } from './membership.ts';
import { slackIdsOf } from './people.ts';
import type { Scene } from './scene.ts';

// A message that names more people than this is noise to all of them; the groups are named in its text.
const MOST_PEOPLE = 50;

/** Who hears of something without being asked to decide. */
export interface Listeners {
  readonly people: readonly SlackUserId[];
  readonly channels: readonly string[];
  /** Groups whose members were not known, so that nobody of them hears. */
  readonly unread: readonly string[];
}

/** The accounts behind these people and groups, one for each human, but not whoever asks; channels stay what they are. */
export function listenersOf(scene: Scene, names: readonly string[], asker: PersonId): Listeners {
  const accounts = new Map<PersonId, SlackUserId | undefined>();
  const unread: string[] = [];
  const channels = names.filter((name) => isChannelId(name));
  for (const name of names.filter((one) => !channels.includes(one))) {
    if (Object.hasOwn(scene.policy.people, name)) {
      accounts.set(personId(name), slackIdsOf(scene.policy, personId(name))[0]);
      continue;
    }
    const membership = membershipOf(scene, name);
    if (membership.kind === 'unknown') unread.push(name);
    else for (const [person, slackIds] of membership.accounts) accounts.set(person, slackIds[0]);
  }
  accounts.delete(asker);
  const people = [...accounts.values()].filter((id) => id !== undefined).toSorted();
  return { people: people.slice(0, MOST_PEOPLE), channels, unread };
}
