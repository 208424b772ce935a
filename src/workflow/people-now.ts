import { agedList, type KnownUser, knownUserSchema } from '#operations/memory.ts';
import type { KnownPeople, PersonLine } from '#operations/people/person-line.ts';
import { type Match, matchPeople } from '#operations/people/match.ts';
import type { House } from './house.ts';
import type { CallContext } from './ports/vendor.ts';
import { freshUsers } from './refresh-directory.ts';

function lineOf(match: Match): PersonLine {
  if (match.verdict !== 'exact') {
    const { verdict, name, openaiEmail, why } = match;
    return {
      person: '',
      name,
      state: verdict,
      slackIds: [],
      accounts: [],
      openaiId: null,
      openaiEmail,
      why,
      since: null,
    };
  }
  const { person, name, accounts, openaiId, openaiEmail } = match.binding;
  const slackIds = accounts.map(({ slackId }) => slackId);
  const copies = accounts.map((account) => ({ ...account }));
  return { person, name, state: 'proposed', slackIds, accounts: copies, openaiId, openaiEmail, why: '', since: null };
}

/** Users at OpenAI, no older than the mirror's lists. */
export async function usersNow(house: House, context: CallContext): Promise<readonly KnownUser[]> {
  return agedList(knownUserSchema).parse(await freshUsers(house, context)).items;
}

/** Everybody as the policy's file, the bindings and a fresh look at Slack and OpenAI say. */
export async function peopleNow(house: House, context: CallContext): Promise<KnownPeople> {
  const bound = house.bindings.people;
  const ofFile = Object.entries(house.policy().policy.people).filter(
    ([id]) => !bound.some(({ person }) => person === id),
  );
  const file = ofFile.map(([person, { name, slackIds, openaiEmail }]): PersonLine => ({
    person,
    name,
    state: 'file',
    slackIds: [...slackIds],
    accounts: [],
    openaiId: null,
    openaiEmail,
    why: '',
    since: null,
  }));
  const known = bound.map((each): PersonLine => {
    const { person, name, state, openaiId, openaiEmail, why, since } = each;
    const accounts = each.accounts.map((account) => ({ ...account }));
    return {
      person,
      name,
      state,
      slackIds: accounts.map(({ slackId }) => slackId),
      accounts,
      openaiId,
      openaiEmail,
      why,
      since,
    };
  });
  const roster = await house.people.roster();
  if (!roster.known) return { lines: [...file, ...known], unread: roster.why };
  const users = await usersNow(house, context);
  const taken = new Set(file.flatMap(({ slackIds, openaiEmail }) => [...slackIds, openaiEmail?.toLowerCase() ?? '']));
  const isOpen = ({ person, slackIds, openaiEmail }: PersonLine): boolean =>
    ![...slackIds, openaiEmail?.toLowerCase() ?? ''].some((each) => taken.has(each)) &&
    !known.some((each) => each.person === person && person !== '' && each.state === 'bound');
  const open = matchPeople({ accounts: roster.accounts, users }).map(lineOf).filter(isOpen);
  const anew = new Map(open.map((line) => [line.person, line]));
  const lines = known.filter(({ person }) => !anew.has(person));
  const again = known.flatMap(({ person, why }) => (anew.has(person) ? [[person, why] as const] : []));
  const reasons = new Map(again);
  return {
    lines: [...file, ...lines, ...open.map((line) => ({ ...line, why: reasons.get(line.person) ?? line.why }))],
    unread: '',
  };
}
