import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoundPerson } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import { type Matching, matchPeople } from '#operations/people/match.ts';
import { isMoving } from '#operations/people/moves.ts';
import type { Said } from '#operations/people/said.ts';
import { tableOf } from '#operations/people/table.ts';

// Few of each, so that almost every table has twins, look-alikes, lists that contradict each other and people who came back.
const emails = [
  'zoe@acme.example',
  'ZOE@acme.example',
  'z0e@acme.example',
  'bea@acme.example',
  'bea@acrne.example',
  'zоe@acme.example',
  'omar@acme.example',
  'sam@acme.example',
  'ines@acme.example',
];
const email = fc.constantFrom(...emails);
const slackId = fc.integer({ min: 1, max: 5 }).map((n) => slackUserId(`U0PERSON0${n}`));
const openaiId = fc.integer({ min: 1, max: 4 }).map((n) => `user-${n}`);
const name = fc.constantFrom('Zoe', 'Bea');

const accounts = fc.uniqueArray(fc.record({ slackId, name, email: fc.option(email) }), {
  selector: (each) => each.slackId,
});
const users = fc.uniqueArray(fc.record({ id: openaiId, name, email }), { selector: ({ id }) => id });
const said: fc.Arbitrary<Said[]> = fc.array(
  fc.record({
    openai: fc.oneof(openaiId, email),
    slack: fc.array(fc.oneof(slackId, email), { maxLength: 2 }),
    also: fc.array(slackId, { maxLength: 1 }),
    unit: fc.option(fc.constant('payments')),
  }),
  { maxLength: 4 },
);
const bound: fc.Arbitrary<BoundPerson[]> = fc
  .uniqueArray(
    fc.record({
      id: openaiId,
      held: fc.uniqueArray(slackId, { minLength: 1, maxLength: 2 }),
      slackEmail: email,
      openaiEmail: email,
      state: fc.constantFrom('bound' as const, 'suspended' as const),
    }),
    { selector: ({ id }) => id },
  )
  .map((drawn) => {
    const taken = new Set<string>();
    return drawn.flatMap(({ id, held, slackEmail, openaiEmail, state }): BoundPerson[] => {
      const own = held.filter((each) => !taken.has(each));
      for (const each of own) taken.add(each);
      if (own.length === 0) return [];
      const theirs = own.map((each) => ({ slackId: each, email: slackEmail }));
      const since = { state, why: state === 'bound' ? '' : 'they changed', since: 1, requestId: 'r' };
      return [
        {
          person: personId(`openai:${id}`),
          name: id,
          accounts: theirs,
          openaiId: id,
          openaiEmail,
          unit: null,
          ...since,
        },
      ];
    });
  });

const matching = fc.record({ accounts, users, said, bound, taken: fc.uniqueArray(slackId, { maxLength: 1 }) });
const given = ({ taken, ...rest }: Omit<Required<Matching>, 'taken'> & { taken: readonly string[] }): Matching => ({
  ...rest,
  taken: new Set(taken),
});

// Most tables hold nothing certain, so it takes some to meet what must not happen.
const runs = { numRuns: 500 };

describe('whatever the tables hold, who is who', () => {
  it('F8 · gives no account to two people, and nobody an account that is not there', () => {
    fc.assert(
      fc.property(matching, (drawn) => {
        const exact = matchPeople(given(drawn)).flatMap((match) => (match.verdict === 'exact' ? [match.binding] : []));
        const held = exact.flatMap((each) => each.accounts.map((account) => account.slackId));
        expect(new Set(held).size).toBe(held.length);
        expect(new Set(exact.map((each) => each.openaiId)).size).toBe(exact.length);
        for (const account of exact.flatMap((each) => each.accounts)) {
          expect(drawn.accounts).toContainEqual(expect.objectContaining(account));
          expect(drawn.taken).not.toContain(account.slackId);
        }
      }),
      runs,
    );
  });

  it('B20, F8 · binds nobody by an address that passes for another one, whoever says so', () => {
    fc.assert(
      fc.property(matching, (drawn) => {
        const all = new Set([...drawn.users, ...drawn.accounts].flatMap((each) => each.email?.toLowerCase() ?? []));
        const pairs = [
          ['zoe@acme.example', 'z0e@acme.example'],
          ['bea@acme.example', 'bea@acrne.example'],
        ];
        const forged = new Set(pairs.filter((pair) => pair.every((each) => all.has(each))).flat());
        for (const match of matchPeople(given(drawn))) {
          if (match.verdict !== 'exact') continue;
          const { openaiEmail, accounts: theirs } = match.binding;
          const addresses = [openaiEmail, ...theirs.map((each) => each.email)].map((each) => each.toLowerCase());
          for (const each of addresses) {
            expect(forged).not.toContain(each);
            expect(each).toMatch(/^[\x21-\x7e]+$/);
          }
        }
      }),
      runs,
    );
  });

  it('is the same table in whatever order they are listed', () => {
    fc.assert(
      fc.property(matching, (drawn) => {
        const turned = {
          ...drawn,
          accounts: drawn.accounts.toReversed(),
          users: drawn.users.toReversed(),
          said: drawn.said.toReversed(),
          bound: drawn.bound.toReversed(),
        };
        const plain = (of: typeof drawn) =>
          matchPeople(given(of)).map((match) => (match.verdict === 'exact' ? match : { ...match, why: '' }));
        expect(plain(turned)).toEqual(plain(drawn));
      }),
      runs,
    );
  });

  it('A2 · leaves nobody with what is somebody else’s once a table was countersigned', () => {
    fc.assert(
      fc.property(matching, ({ taken: _taken, ...drawn }) => {
        const lines = tableOf({ ...drawn, file: [] }).filter(isMoving);
        const moved = new Set(lines.map(({ person }) => person));
        const stay = drawn.bound.filter(({ person }) => !moved.has(person));
        const anew = lines.filter(({ move }) => move !== 'gone');
        const held = [
          ...stay.flatMap((each): string[] => each.accounts.map((account) => account.slackId)),
          ...anew.flatMap((line) => line.slackIds),
        ];
        const isBound = (id: string) => stay.some((each) => each.accounts.some((account) => account.slackId === id));
        const twice = held.filter((id, place) => held.indexOf(id) !== place);
        // Whoever stays bound although their user or account says otherwise is the watch's business; the act refuses to share with them.
        expect(twice.filter((id) => !isBound(id))).toEqual([]);
      }),
      runs,
    );
  });
});
