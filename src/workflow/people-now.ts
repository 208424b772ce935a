import { agedList, type KnownUser, knownUserSchema } from '#operations/memory.ts';
import { listId } from '#operations/people/list-field.ts';
import type { KnownPeople } from '#operations/people/person-line.ts';
import type { Said } from '#operations/people/said.ts';
import { boundLine, fileLine, type FilePerson, tableOf } from '#operations/people/table.ts';
import type { Policy } from '#policy/policy.ts';
import type { House } from './house.ts';
import type { CallContext } from './ports/vendor.ts';
import { freshUsers } from './refresh-directory.ts';

/** Users at OpenAI, no older than the mirror's lists. */
export async function usersNow(house: House, context: CallContext): Promise<readonly KnownUser[]> {
  return agedList(knownUserSchema).parse(await freshUsers(house, context)).items;
}

/** People of the policy as tables of people take them. */
export const filePeople = (policy: Policy): readonly FilePerson[] =>
  Object.entries(policy.people).map(([person, { name, slackIds, openaiEmail, unit }]) => ({
    person,
    name,
    slackIds,
    openaiEmail,
    unit,
  }));

interface Asked {
  readonly list: string | null;
  readonly said: readonly Said[];
}

/** Everybody as the policy's file, the bindings, what was said beside and a fresh look at Slack and OpenAI say. */
export async function peopleNow(house: House, { list, said }: Asked, context: CallContext): Promise<KnownPeople> {
  const bound = house.bindings.people;
  const file = filePeople(house.policy().policy).filter(({ person }) => !bound.some((each) => each.person === person));
  const known = [...file.map(fileLine), ...bound.map(boundLine)];
  const kept = list === null ? null : await house.store.read.people.list(listId(list));
  if (list !== null && kept === null) return { lines: known, unread: `There is no list ${list}.` };
  const roster = await house.people.roster();
  if (!roster.known) return { lines: known, unread: roster.why };
  const users = await usersNow(house, context);
  const { accounts } = roster;
  const lines = tableOf({ file, bound, accounts, users, said: [...(kept?.lines ?? []), ...said] });
  return { lines: [...lines], unread: '' };
}
