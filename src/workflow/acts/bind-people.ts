import { count } from '#domain/instant.ts';
import type { Act } from '#operations/act.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { Acting, ActResult } from './act-result.ts';

/** Binds everybody of the table that two people countersigned, or nobody where an account is bound to another one by now. */
export async function bindPeople(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'bind-people' }>>,
): Promise<ActResult> {
  const known = await tx.people.all();
  const holderOf = (slackId: string) => known.find(({ accounts }) => accounts.some((each) => each.slackId === slackId));
  const clash = act.bindings.find(({ person, accounts }) =>
    accounts.some(({ slackId }) => (holderOf(slackId)?.person ?? person) !== person),
  );
  if (clash !== undefined)
    return { applied: false, outcome: `Nobody was bound: an account of ${clash.name} is bound to somebody else.` };
  const by = { requestId: record.terms.id, at: house.clock.now() };
  for (const binding of act.bindings) {
    await tx.people.bind(binding, by);
    const what = { ...binding, accounts: binding.accounts.map((account) => ({ ...account })) };
    await enter(tx, house, { kind: 'people.bound', who: 'system:execute', requestId: record.terms.id, what });
  }
  return { applied: true, outcome: `${count(act.bindings.length, 'person is', 'people are')} bound.` };
}
