import type { Button, KnownBlock } from '@slack/types';
import { count } from '#domain/instant.ts';
import { describeOperation } from '#operations/help/describe-operation.ts';
import type { Operation } from '#operations/operation.ts';
import { menuButton } from '../blocks/buttons.ts';
import { type Line, linesBlock, plainLine } from '../blocks/line.ts';
import { paragraph } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { cutText, foreign } from '../mrkdwn.ts';
import type { Saying } from './saying.ts';

export interface MenuOptions {
  readonly pointers: Pointers;
  readonly catalogue: readonly Operation[];
  readonly commandName: string;
}

/** The operation that a leak ends in, and the one that answers "I need a key". Their ids are never renamed. */
export const revokeId = 'keys.revoke';
export const issueId = 'keys.issue';

function button(options: MenuOptions, operation: Operation, place = 0) {
  return menuButton(options.pointers, { label: operation.title, target: { to: 'operation', id: operation.id }, place });
}

function familiesOf(catalogue: readonly Operation[]): readonly string[] {
  return [...new Set(catalogue.map((operation) => operation.family))];
}

/** Slack's limit of an actions block (Block Kit reference, 2026); a further family stands in a further block. */
const rowMax = 25;

function familyRows(buttons: readonly Button[]): KnownBlock[] {
  const rows = Array.from({ length: Math.ceil(buttons.length / rowMax) }, (_, row) => row * rowMax);
  return rows.map((from) => ({
    type: 'actions',
    block_id: `menu.families.${from}`,
    elements: buttons.slice(from, from + rowMax),
  }));
}

/** What `/openai` alone answers: the two things people come for, then a button a family. */
export function menu(options: MenuOptions): Saying {
  const { catalogue, commandName, pointers } = options;
  const issue = catalogue.find((operation) => operation.id === issueId);
  const families = familiesOf(catalogue);
  const first = [
    ...(issue === undefined ? [] : [button(options, issue)]),
    menuButton(pointers, { label: 'Report a leak', target: { to: 'leak' }, place: 1, style: 'danger' }),
  ];
  const more = families.map((name, place) =>
    menuButton(pointers, { label: name, target: { to: 'family', name }, place }),
  );
  const lead: Line[] = [
    [{ bold: 'What do you need?' }],
    ['Or type ', { code: `${commandName} help keys` }, ' to see what can be typed.'],
  ];
  return {
    title: 'Countersign',
    text: `What do you need? Get an API key, report a leak, or look at ${families.join(', ')}. Type ${foreign(commandName)} help for everything.`,
    blocks: [
      linesBlock('menu.lead', lead),
      { type: 'actions', block_id: 'menu.first', elements: first },
      ...familyRows(more),
    ],
  };
}

function operationBlock(options: MenuOptions, operation: Operation): KnownBlock {
  const text = paragraph(describeOperation(operation).join('\n'));
  return { ...text, accessory: button(options, operation) };
}

function familyBlock(options: MenuOptions, family: string): KnownBlock {
  const own = options.catalogue.filter((operation) => operation.family === family);
  const reads = own.filter(({ kind }) => kind === 'read').length;
  const changes = own.length - reads;
  const counts = [
    ...(reads === 0 ? [] : [count(reads, 'read')]),
    ...(changes === 0 ? [] : [count(changes, 'change')]),
  ].join(', ');
  const verbs = own.map(({ verb }) => verb).join(', ');
  const open = menuButton(options.pointers, { label: 'Show', target: { to: 'family', name: family } });
  return { ...paragraph(`${family}: ${verbs} (${counts})`), accessory: open };
}

const listHint: Line = [
  'Every list can be had as a file, sorted and searched: add ',
  { code: '--csv' },
  ' or ',
  { code: '--json' },
  ', ',
  { code: '--sort -last-used' },
  ', ',
  { code: '--match text' },
  '.',
];

/** What can be typed: for one family each operation with its terms, or else every family with its verbs. */
export function help(options: MenuOptions, family: string | null): Saying {
  const { catalogue, commandName } = options;
  const families = familiesOf(catalogue);
  const shown = catalogue.filter((operation) => operation.family === family);
  const lead: Line =
    family === null
      ? [
          { bold: 'Everything there is' },
          `: ${count(catalogue.length, 'operation')} in ${families.length} families. More of one: `,
          { code: `${commandName} help ${families[0] ?? ''}` },
        ]
      : ['What there is for ', { bold: family }];
  const hasLists = family === null || shown.some(({ kind }) => kind === 'read');
  const lines = hasLists ? [lead, listHint] : [lead];
  const said =
    family === null
      ? families.join(', ')
      : shown.map((operation) => `${foreign(operation.title)}: ${foreign(operation.example)}`).join('; ');
  const blocks =
    family === null
      ? families.map((each) => familyBlock(options, each))
      : shown.map((operation) => operationBlock(options, operation));
  return {
    title: 'Help',
    text: cutText(`${lines.map(plainLine).join(' ')} ${said}`),
    blocks: [linesBlock('help.lead', lines), ...blocks],
  };
}

/** An unknown word, with the nearest ones there are. */
export function unknownWord(options: MenuOptions, unknown: { word: string; nearest: readonly Operation[] }): Saying {
  const lead: Line = [
    'There is no ',
    { bold: unknown.word, max: 60 },
    unknown.nearest.length === 0 ? '.' : '. Did you mean one of these?',
  ];
  const buttons =
    unknown.nearest.length === 0
      ? [menuButton(options.pointers, { label: 'Show the menu', target: { to: 'menu' } })]
      : unknown.nearest.map((operation, place) => button(options, operation, place));
  const examples = unknown.nearest.map((operation): Line => [{ code: operation.example, max: 150 }]);
  return {
    title: 'Unknown',
    text: [plainLine(lead), ...examples.map(plainLine)].join(' '),
    blocks: [
      linesBlock('unknown', [lead, ...examples]),
      { type: 'actions', block_id: 'unknown.actions', elements: buttons },
    ],
  };
}
