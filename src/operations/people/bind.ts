import { z } from 'zod';
import type { Binding } from '#domain/bound-person.ts';
import { operationId, personId, slackUserId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { knownPeopleSchema, type PersonLine } from './person-line.ts';
import { recall } from '../need.ts';
import { declareChange } from '../operation.ts';
import { noWayBack, planOf } from '../plan-of.ts';

const id = operationId('people.bind');

// So many lines can still be looked through by two people; what is left is the next request.
const MOST_AT_ONCE = 100;

const bindingOf = ({ person, name, accounts, openaiId, openaiEmail }: PersonLine): Binding => ({
  person: personId(person),
  name,
  accounts: accounts.map(({ slackId, email }) => ({ slackId: slackUserId(slackId), email })),
  openaiId: openaiId ?? '',
  openaiEmail: openaiEmail ?? '',
});

const words = ({ accounts, openaiEmail, openaiId }: Binding): string =>
  `${accounts.map(({ slackId, email }) => `${slackId} (${email})`).join(', ')} is ${openaiEmail} (${openaiId})`;

export const bindPeople = declareChange({
  id,
  title: 'Bind people',
  summary: 'Says for good which Slack account is which user at OpenAI, for everybody who can be told for certain.',
  example: '/openai people bind --reason "first set-up"',
  at: 'house',
  tier: 'critical',
  fields: {},
  callBudget: 1,
  known: z.object({ people: knownPeopleSchema }),
  need: (_ask, have) => (have.people === undefined ? [recall('people', { of: 'people' })] : []),
  plan: (_ask, { people }) => {
    const what = 'Nobody can be bound now.';
    if (people.unread !== '') return refuse('people.bind.unread', { what, rule: people.unread });
    const rows = people.lines.filter(({ state }) => state === 'proposed').slice(0, MOST_AT_ONCE);
    const open = people.lines.filter(({ state }) => state === 'ambiguous').length;
    if (rows.length === 0)
      return refuse('people.bind.nobody', {
        what,
        rule: `Nobody new can be told for certain; ${count(open, 'person', 'people')} are ambiguous.`,
      });
    const bindings = rows.map(bindingOf);
    return planOf({
      operation: id,
      tier: 'critical',
      title: `Bind ${count(rows.length, 'person', 'people')}`,
      gist: 'which Slack account is which user at OpenAI',
      target: { kind: 'people', id: 'people', name: count(rows.length, 'person', 'people') },
      changes: rows.map((line, place) => ({
        label: line.name,
        before: line.why === '' ? 'not bound' : line.why,
        after: bindings[place] === undefined ? null : words(bindings[place]),
      })),
      warnings: [
        'Look at each line: whoever has the account in Slack will ask, own and be kept from deciding as this user at OpenAI.',
        ...(open > 0 ? [`${count(open, 'person', 'people')} are ambiguous and are left out.`] : []),
      ],
      guards: {
        people: bindings.map((each) => ({ ...each, accounts: each.accounts.map((account) => ({ ...account })) })),
      },
      before: {},
      steps: [],
      act: { kind: 'bind-people', bindings },
      inverse: noWayBack('name the people in the policy’s file, which wins.'),
    });
  },
});
