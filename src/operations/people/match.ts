import type { Binding } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import { isPlainAddress, lookAlikes } from '#domain/look-alike.ts';
import type { KnownUser } from '../memory.ts';

/** A full member's Slack account as Slack lists it; the address is null where Slack does not tell or has not confirmed it. */
export interface Account {
  readonly slackId: string;
  readonly name: string;
  readonly email: string | null;
}

/** Whom a user at OpenAI seems to be. Only `exact` can be bound; an address proposes and never decides. */
export type Match =
  | { readonly verdict: 'exact'; readonly binding: Binding }
  | {
      readonly verdict: 'ambiguous' | 'none';
      readonly name: string;
      readonly openaiEmail: string;
      readonly why: string;
    };

interface Sides {
  readonly accounts: readonly Account[];
  readonly users: readonly Pick<KnownUser, 'id' | 'name' | 'email'>[];
}

const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

/** One table of everybody at OpenAI: who they are in Slack, or why that cannot be said. */
export function matchPeople({ accounts, users }: Sides): readonly Match[] {
  const alike = lookAlikes([...users.map(({ email }) => email), ...accounts.flatMap(({ email }) => email ?? [])]);
  return users.map((user): Match => {
    const not = (verdict: 'ambiguous' | 'none', why: string): Match => ({
      verdict,
      name: user.name,
      openaiEmail: user.email,
      why,
    });
    if (!isPlainAddress(user.email)) return not('ambiguous', 'The address holds letters that can pass for others.');
    const other = alike.get(user.email.toLowerCase());
    if (other !== undefined) return not('ambiguous', `The address looks like ${other}, which is another one.`);
    if (users.filter(({ email }) => same(email, user.email)).length > 1)
      return not('ambiguous', 'Two users at OpenAI have this address.');
    const found = accounts.filter(({ email }) => same(email, user.email));
    const [account] = found;
    if (account === undefined) return not('none', 'No full member in Slack has this address.');
    if (found.length > 1) return not('ambiguous', 'Several accounts in Slack have this address.');
    const slack = { slackId: slackUserId(account.slackId), email: account.email ?? '' };
    const binding = {
      person: personId(`openai:${user.id}`),
      name: account.name,
      accounts: [slack],
      openaiId: user.id,
      openaiEmail: user.email,
    };
    return { verdict: 'exact', binding };
  });
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
