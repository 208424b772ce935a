import type { Binding, BoundPerson } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import type { KnownUser } from '../memory.ts';
import type { Said } from './said.ts';
import { type Suspects, suspectAddresses } from './suspect-addresses.ts';

/** A full member's Slack account as Slack lists it; the address is null where Slack does not tell or has not confirmed it. */
export interface Account {
  readonly slackId: string;
  readonly name: string;
  readonly email: string | null;
}

type User = Pick<KnownUser, 'id' | 'name' | 'email'>;

/** Whom a user at OpenAI seems to be. Only `exact` can be bound; an address proposes and never decides. */
export type Match =
  | { readonly verdict: 'exact'; readonly binding: Binding }
  | {
      readonly verdict: 'ambiguous' | 'none';
      readonly openaiId: string;
      readonly name: string;
      readonly openaiEmail: string;
      readonly why: string;
    };

export interface Sides {
  readonly accounts: readonly Account[];
  readonly users: readonly User[];
}

export interface Matching extends Sides {
  /** Lines of a list that two people will see; they win over addresses and over what was bound before. */
  readonly said?: readonly Said[];
  readonly bound?: readonly BoundPerson[];
  /** Accounts that the policy’s file gives to somebody. */
  readonly taken?: ReadonlySet<string>;
}

type Refused = { readonly verdict: 'ambiguous' | 'none'; readonly why: string };
type Claim = { readonly verdict: 'exact'; readonly accounts: readonly Account[]; readonly unit: string | null };

const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();
const ambiguous = (why: string): Refused => ({ verdict: 'ambiguous', why });

/** One table of everybody at OpenAI, in the order of their names: who they are in Slack, or why that cannot be said. */
export function matchPeople(matching: Matching): readonly Match[] {
  const { accounts, users } = matching;
  const suspects = suspectAddresses([
    ...users.map(({ email }) => email),
    ...accounts.flatMap(({ email }) => email ?? []),
  ]);
  const claims = users.map((user) => ({ user, claim: judged(matching, suspects, user) }));
  const held = claims.flatMap(({ claim }) => (claim.verdict === 'exact' ? claim.accounts : []));
  const unique = claims.map(({ user, claim }): Match => {
    const { id: openaiId, name, email: openaiEmail } = user;
    if (claim.verdict !== 'exact') return { ...claim, openaiId, name, openaiEmail };
    const shared = claim.accounts.find((one) => held.filter(({ slackId }) => slackId === one.slackId).length > 1);
    if (shared === undefined) return { verdict: 'exact', binding: bindingOf(user, claim) };
    return { ...ambiguous(`${shared.slackId} would be two people.`), openaiId, name, openaiEmail };
  });
  return unique.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = (match: Match): string =>
  match.verdict === 'exact' ? `${match.binding.name}\n${match.binding.openaiId}` : `${match.name}\n${match.openaiId}`;

function bindingOf(user: User, { accounts, unit }: Claim): Binding {
  return {
    person: personId(`openai:${user.id}`),
    name: accounts[0]?.name ?? user.name,
    accounts: accounts.map(({ slackId, email }) => ({ slackId: slackUserId(slackId), email: email ?? '' })),
    openaiId: user.id,
    openaiEmail: user.email,
    unit,
  };
}

/** The claim of one user, once nothing is wrong with an address of it. */
function judged(matching: Matching, { forged, rare }: Suspects, user: User): Claim | Refused {
  const own = user.email.toLowerCase();
  const isForged = forged.get(own);
  if (isForged !== undefined) return ambiguous(isForged);
  if (matching.users.filter(({ email }) => same(email, own)).length > 1)
    return ambiguous('Two users at OpenAI have this address.');
  const { claim, isMeant } = claimOf(matching, user);
  if (claim.verdict !== 'exact') return claim;
  const why = claim.accounts.flatMap(({ email }) => forged.get(email?.toLowerCase() ?? '') ?? [])[0];
  if (why !== undefined) return ambiguous(why);
  const isRare = isMeant ? undefined : rare.get(own);
  if (isRare !== undefined) return ambiguous(isRare);
  const taken = claim.accounts.find(({ slackId }) => matching.taken?.has(slackId) ?? false);
  if (taken !== undefined) return ambiguous(`${taken.slackId} is somebody else in the policy’s file.`);
  const unshown = claim.accounts.find(({ email }) => email === null);
  return unshown === undefined ? claim : ambiguous(`Slack shows no confirmed address for ${unshown.slackId}.`);
}

function claimOf(matching: Matching, user: User): { readonly claim: Claim | Refused; readonly isMeant: boolean } {
  const [line, more] = (matching.said ?? []).filter(({ openai }) => openai === user.id || same(openai, user.email));
  const bound = matching.bound?.find(({ openaiId }) => openaiId === user.id) ?? null;
  if (line === undefined) return unsaid(matching, user, bound);
  const isMeant = true;
  if (more !== undefined) return { claim: ambiguous('The list names them more than once.'), isMeant };
  const base = line.slack.length === 0 ? unsaid(matching, user, bound).claim : named(matching, line.slack);
  const also = line.also.length === 0 ? null : named(matching, line.also);
  if (base.verdict !== 'exact') return { claim: base, isMeant };
  if (also !== null && also.verdict !== 'exact') return { claim: also, isMeant };
  const accounts = once([...base.accounts, ...(also?.accounts ?? [])]);
  return { claim: { verdict: 'exact', accounts, unit: line.unit ?? bound?.unit ?? null }, isMeant };
}

const once = (accounts: readonly Account[]): readonly Account[] => [
  ...new Map(accounts.map((each) => [each.slackId, each])).values(),
];

/** Where no list speaks of somebody: as they are bound while nothing changed, else by address. */
function unsaid(matching: Matching, user: User, bound: BoundPerson | null) {
  if (bound === null) return { claim: claimByAddress(matching, user), isMeant: false };
  const changed = changeOf(bound, matching);
  if (changed !== null) return { claim: claimAnew(matching, user, { bound, changed }), isMeant: false };
  return { claim: claimBound(matching, bound), isMeant: true };
}

/** The accounts that a list names, each by its id or by an address that stands once. */
function named({ accounts }: Sides, words: readonly string[]): Claim | Refused {
  const found = words.map((word) => ({
    word,
    fits: accounts.filter(({ slackId, email }) => slackId === word || same(email, word)),
  }));
  const wrong = found.find(({ fits }) => fits.length !== 1);
  if (wrong === undefined) return { verdict: 'exact', accounts: once(found.flatMap(({ fits }) => fits)), unit: null };
  const what = wrong.fits.length === 0 ? 'is no full member in Slack' : 'is several accounts in Slack';
  return ambiguous(`The list names ${wrong.word}, which ${what}.`);
}

function claimByAddress({ accounts }: Sides, user: User): Claim | Refused {
  const found = accounts.filter(({ email }) => same(email, user.email));
  if (found.length === 0) return { verdict: 'none', why: 'No full member in Slack has this address.' };
  if (found.length > 1) return ambiguous('Several accounts in Slack have this address.');
  return { verdict: 'exact', accounts: found, unit: null };
}

function claimBound({ accounts }: Sides, bound: BoundPerson): Claim {
  const theirs = bound.accounts.flatMap(({ slackId }) => accounts.find((each) => each.slackId === slackId) ?? []);
  return { verdict: 'exact', accounts: theirs, unit: bound.unit };
}

/** Whoever was bound and changed: by address, together with the other accounts that are as they were. */
function claimAnew(
  matching: Matching,
  user: User,
  { bound, changed }: { readonly bound: BoundPerson; readonly changed: string },
): Claim | Refused {
  const claim = claimByAddress(matching, user);
  if (claim.verdict !== 'exact') return ambiguous(`They are bound, and ${changed}.`);
  const others = bound.accounts.flatMap(({ slackId, email }) =>
    matching.accounts.filter((each) => each.slackId === slackId && same(each.email, email)),
  );
  return { verdict: 'exact', accounts: once([...claim.accounts, ...others]), unit: bound.unit };
}

/** What has changed since somebody was bound; null while all is as it was. Whoever cannot be found counts as changed. */
export function changeOf(bound: Binding, { accounts, users }: Sides): string | null {
  for (const { slackId, email } of bound.accounts) {
    const account = accounts.find((each) => each.slackId === slackId);
    if (account === undefined) return `${slackId} is no full member of the workspace any more`;
    if (!same(account.email, email)) return `the address in the profile of ${slackId} changed`;
    if (accounts.filter((each) => same(each.email, email)).length > 1)
      return 'two accounts in Slack have their address';
  }
  const user = users.find(({ id }) => id === bound.openaiId);
  if (user === undefined) return 'their user at OpenAI is gone';
  if (!same(user.email, bound.openaiEmail)) return 'the address of their user at OpenAI changed';
  return users.some(({ id, email }) => id !== bound.openaiId && same(email, bound.openaiEmail))
    ? 'two users at OpenAI have their address'
    : null;
}
