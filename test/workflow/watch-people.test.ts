import { expect, test } from 'vitest';
import type { Binding } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import { watchPeople } from '#workflow/watch-people.ts';
import { openSmallHouse } from '../support/small-house.ts';

const bea: Binding = {
  person: personId('openai:user-bea'),
  name: 'Bea L.',
  accounts: [{ slackId: slackUserId('U0BEA00001'), email: 'bea@acme.example' }],
  openaiId: 'user-bea',
  openaiEmail: 'bea@acme.example',
  unit: null,
};

test('F8 · that the file and a binding differ is told once', async () => {
  const small = await openSmallHouse();
  const { house, store, clock } = small;
  await store.transact((tx) => tx.people.bind(bea, { requestId: 'request', at: clock.now() }));
  await house.bindings.load(store.read.people);
  const told = async () => (await store.read.watch.findingsSince(0, 10)).filter(({ key }) => key === bea.person);
  for (let look = 0; look < 3; look += 1) {
    await watchPeople(house);
    clock.forward(5 * minuteMs);
  }
  const clashes = (await told()).filter(({ detection }) => detection === 'people.clash');
  expect(clashes.map(({ title }) => title)).toEqual([
    'The policy’s file and what two people bound differ about Bea L.',
  ]);
  const entries = (await store.read.audit.range(0, 1000)).filter(({ body }) =>
    JSON.stringify(body).includes('people.clash'),
  );
  expect(entries).toHaveLength(1);
});
