import type { Button, KnownBlock } from '@slack/types';
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

function helpBlock(options: MenuOptions, operation: Operation): KnownBlock {
  const text = paragraph(`${operation.title}\n${operation.summary}\n${operation.example}`);
  return text.type === 'section' ? { ...text, accessory: button(options, operation) } : text;
}

/** What can be typed, for one family or for all of them. */
export function help(options: MenuOptions, family: string | null): Saying {
  const shown = options.catalogue.filter((operation) => family === null || operation.family === family);
  const lead: Line = family === null ? ['Everything there is'] : ['What there is for ', { bold: family }];
  const text = shown.map((operation) => `${foreign(operation.title)}: ${foreign(operation.example)}`).join('; ');
  return {
    title: 'Help',
    text: cutText(`${plainLine(lead)}. ${text}`),
    blocks: [linesBlock('help.lead', [lead]), ...shown.slice(0, 40).map((operation) => helpBlock(options, operation))],
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
