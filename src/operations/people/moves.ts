import type { Binding } from '#domain/bound-person.ts';
import { digestOf } from '#domain/canonical.ts';
import { type OperationId, personId, slackUserId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import type { Change, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import type { Move, PersonLine } from './person-line.ts';

export type Moving = PersonLine & { readonly move: Move };

export const isMoving = (line: PersonLine): line is Moving => line.move !== null;

export const moveWords: Readonly<Record<Move, string>> = {
  new: 'new',
  changed: 'changed',
  again: 'as before',
  gone: 'gone',
};

/** `3 new, 1 changed, 2 gone`; empty where nothing is to be done. */
export function movesSentence(lines: readonly PersonLine[]): string {
  const moving = lines.filter(isMoving);
  return Object.entries(moveWords)
    .map(([move, word]) => [moving.filter((line) => line.move === move).length, word] as const)
    .flatMap(([number, word]) => (number === 0 ? [] : [`${number} ${word}`]))
    .join(', ');
}

const bindingOf = ({ person, name, accounts, openaiId, openaiEmail, unit }: PersonLine): Binding => ({
  person: personId(person),
  name,
  accounts: accounts.map(({ slackId, email }) => ({ slackId: slackUserId(slackId), email })),
  openaiId: openaiId ?? '',
  openaiEmail: openaiEmail ?? '',
  unit,
});

/** `U0BEA00001 (bea@acme.example) is bea@acme.example (user-1), of payments` */
export function whoWords({ accounts, openaiEmail, openaiId, unit }: PersonLine): string {
  const slack = accounts.map(({ slackId, email }) => `${slackId} (${email})`).join(' and ');
  return `${slack} is ${openaiEmail ?? ''} (${openaiId ?? ''})${unit === null ? '' : `, of ${unit}`}`;
}

function changeOfLine(line: Moving): Change {
  switch (line.move) {
    case 'new':
      return { label: line.name, before: 'not bound', after: whoWords(line) };
    case 'changed':
      return { label: line.name, before: line.why, after: whoWords(line) };
    case 'again':
      return { label: line.name, before: `suspended: ${line.why}`, after: whoWords(line) };
    case 'gone':
      return { label: line.name, before: `bound; ${line.why}`, after: null };
  }
}

/** Whoever a line is about does not decide on it, under whatever name they are known by now. */
const peopleOf = ({ person, slackIds }: PersonLine) => [person, ...slackIds.map((slackId) => `slack:${slackId}`)];

/** A request that makes these lines true; every one of them stands under its digest. */
export function planMoves(
  lines: readonly Moving[],
  how: { readonly operation: OperationId; readonly title: string; readonly warnings: readonly string[] },
): Plan {
  const { operation, title, warnings } = how;
  const bindings = lines.filter(({ move }) => move !== 'gone').map(bindingOf);
  const gone = lines.filter(({ move }) => move === 'gone').map(({ person }) => personId(person));
  const act = { kind: 'bind-people', bindings, gone } as const;
  return planOf({
    operation,
    tier: 'critical',
    title,
    gist: `${movesSentence(lines)}: which Slack account is which user at OpenAI`,
    target: { kind: 'people', id: 'people', name: count(lines.length, 'person', 'people') },
    barred: [...new Set(lines.flatMap(peopleOf))].map(personId),
    changes: lines.map(changeOfLine),
    warnings: [
      'Look at each line: whoever has the account in Slack will ask, own and be kept from deciding as this user at OpenAI.',
      ...warnings,
    ],
    guards: { people: { lines: lines.length, table: digestOf('countersign/people/v1', { bindings, gone }) } },
    before: {},
    steps: [],
    act,
    inverse: noWayBack('name the people in the policy’s file, which wins.'),
  });
}
