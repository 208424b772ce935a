import type { Binding } from '#domain/bound-person.ts';
import { count } from '#domain/instant.ts';
import type { Act } from '#operations/act.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { Acting, ActResult } from './act-result.ts';

/** Somebody who would be bound to what is somebody else's, once all of this is done. */
function clashIn(people: readonly Binding[]): Binding | null {
  const holders = new Map<string, Binding>();
  for (const binding of people) {
    for (const held of [binding.openaiId, ...binding.accounts.map(({ slackId }) => slackId)]) {
      if (holders.has(held)) return binding;
      holders.set(held, binding);
    }
  }
  return null;
}

/** Makes the table that two people countersigned true, or nothing of it where one human would be two by now. */
export async function bindPeople(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'bind-people' }>>,
): Promise<ActResult> {
  const { bindings, gone = [] } = act;
  const touched = new Set([...gone, ...bindings.map(({ person }) => person)]);
  const others = (await tx.people.all()).filter(({ person }) => !touched.has(person));
  const clash = clashIn([...others, ...bindings]);
  if (clash !== null) return { applied: false, outcome: `Nobody was bound: ${clash.name} would be two people.` };
  const requestId = record.terms.id;
  const by = { requestId, at: house.clock.now() };
  const who = 'system:execute';
  for (const person of gone) {
    if (await tx.people.unbind(person))
      await enter(tx, house, { kind: 'people.unbound', who, requestId, what: { person } });
  }
  for (const binding of bindings) {
    await tx.people.bind(binding, by);
    const what = { ...binding, accounts: binding.accounts.map((account) => ({ ...account })) };
    await enter(tx, house, { kind: 'people.bound', who, requestId, what });
  }
  const said = [
    ...(bindings.length > 0 ? [`${count(bindings.length, 'person is', 'people are')} bound`] : []),
    ...(gone.length > 0 ? [`${count(gone.length, 'person is', 'people are')} bound no longer`] : []),
  ];
  return { applied: true, outcome: `${said.join('; ')}.` };
}
