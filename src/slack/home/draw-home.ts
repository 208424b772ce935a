import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { Operation } from '#operations/operation.ts';
import type { IssuedKey } from '#operations/memory.ts';
import { type DeskSection, everything, isFiltered } from '#approvals/desk-wish.ts';
import type { StoredFinding } from '#workflow/ports/watch.ts';
import type { Desk } from '#workflow/desk-contents.ts';
import { menuButton } from '../blocks/buttons.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { practiceSentence } from '../blocks/request-lines.ts';
import { header, paragraph } from '../blocks/text.ts';
import type { Pointers } from '../ids.ts';
import { issueId } from '../views/menu.ts';
import { listButtons, reviewButton, tabs, turnButton } from './home-buttons.ts';
import { requestRows } from './request-rows.ts';

export interface HomeOptions {
  readonly pointers: Pointers;
  readonly catalogue: readonly Operation[];
  readonly isPractice: boolean;
}

/** Ten of each keep the whole below Slack's hundred blocks: three blocks a request, and fifteen around them. */
const shown = 10;

const listings: readonly { readonly id: string; readonly label: string }[] = [
  { id: issueId, label: 'Get an API key' },
  { id: 'keys.list', label: 'My keys' },
  { id: 'requests.list', label: 'My requests' },
];

function topButtons({ pointers, catalogue }: HomeOptions): Button[] {
  const known = listings.flatMap(({ id, label }) => {
    const operation = catalogue.find((each) => each.id === id);
    return operation === undefined ? [] : [{ label, id: operation.id }];
  });
  const buttons = known.map(({ label, id }, place) =>
    menuButton(pointers, {
      label,
      target: { to: 'operation', id },
      place,
      ...(place === 0 ? { style: 'primary' } : {}),
    }),
  );
  return [
    ...buttons,
    menuButton(pointers, { label: 'Report a leak', target: { to: 'leak' }, place: known.length, style: 'danger' }),
  ];
}

function keyLine(key: IssuedKey): Line {
  return [
    { bold: key.name, max: 80 },
    ' in ',
    { said: key.projectName, max: 80 },
    ' · ends ',
    { at: key.endsAt },
    ' · ',
    { said: key.purpose, max: 120 },
  ];
}

function findingLine({ title, severity, at, count, detection }: StoredFinding): Line {
  const times = count > 1 ? ` · seen ${count} times` : '';
  return [{ bold: title, max: 200 }, ` · ${severity}`, times, ' · ', { at }, ' · ', { code: detection, max: 80 }];
}

interface Part {
  readonly title: string;
  readonly blocks: readonly KnownBlock[];
  readonly empty: string;
}

function part({ title, blocks, empty }: Part): KnownBlock[] {
  return [header(title), ...(blocks.length === 0 ? [paragraph(empty)] : blocks)];
}

const keysBlocks = (keys: readonly IssuedKey[]): KnownBlock[] =>
  keys.length === 0 ? [] : [linesBlock('home.keys', keys.slice(0, shown).map(keyLine))];

/** The way to the rest of a list of which only the first stand here. */
function more(pointers: Pointers, section: DeskSection, rest: number): KnownBlock[] {
  if (rest <= 0) return [];
  const wish = { section, page: 0, filter: everything };
  const button = turnButton(pointers, { label: `${rest} more`, wish, place: 0 });
  return [{ type: 'actions', block_id: `home.more.${section}`, elements: [button] }];
}

function overviewOf(pointers: Pointers, desk: Desk): KnownBlock[] {
  const waiting = desk.waitingForMe.slice(0, shown);
  const mine = desk.mine.slice(0, shown);
  return [
    ...part({
      title: 'Waiting for you',
      blocks: [...reviewButton(pointers, desk), ...requestRows(pointers, 'waiting', waiting)],
      empty: 'Nothing waits for your decision.',
    }),
    ...more(pointers, 'waiting', desk.counts.waiting - waiting.length),
    ...part({
      title: 'My requests',
      blocks: requestRows(pointers, 'mine', mine),
      empty: 'You have not asked for anything yet.',
    }),
    ...more(pointers, 'mine', desk.counts.mine - mine.length),
    ...part({ title: 'My keys', blocks: keysBlocks(desk.myKeys), empty: 'You hold no keys issued here.' }),
  ];
}

/** `Waiting for you: 11–20 of 23`. */
function headed(title: string, { wish, total }: Desk): string {
  const first = wish.page * shown + 1;
  return total <= shown ? title : `${title}: ${first}–${Math.min(total, first + shown - 1)} of ${total}`;
}

function findingsBlocks(findings: readonly StoredFinding[]): KnownBlock[] {
  return findings.length === 0 ? [] : [linesBlock('home.findings', findings.slice(0, shown).map(findingLine))];
}

function sectionOf(pointers: Pointers, desk: Desk): KnownBlock[] {
  const nothing = isFiltered(desk.wish) ? 'Nothing fits the filter.' : null;
  switch (desk.wish.section) {
    case 'overview':
      return overviewOf(pointers, desk);
    case 'waiting':
      return part({
        title: headed('Waiting for you', desk),
        blocks: [
          ...reviewButton(pointers, desk),
          ...requestRows(pointers, 'waiting', desk.waitingForMe.slice(0, shown)),
        ],
        empty: nothing ?? 'Nothing waits for your decision.',
      });
    case 'set-aside':
      return part({
        title: headed('Not for me', desk),
        blocks: requestRows(pointers, 'set-aside', desk.setAside.slice(0, shown)),
        empty: nothing ?? 'You have stepped aside from nothing that still waits.',
      });
    case 'mine':
      return part({
        title: headed('My requests', desk),
        blocks: requestRows(pointers, 'mine', desk.mine.slice(0, shown)),
        empty: nothing ?? 'You have not asked for anything yet.',
      });
    case 'decided':
      return part({
        title: headed('Decided by me', desk),
        blocks: requestRows(pointers, 'decided', desk.decided.slice(0, shown)),
        empty: nothing ?? 'You have not decided on anything yet.',
      });
    case 'findings':
      return part({
        title: headed('Found in the last seven days', desk),
        blocks: findingsBlocks(desk.findings ?? []),
        empty: 'The watch found nothing.',
      });
  }
}

/** One part of what a person has to do, asked for, decided and holds. */
export function drawHome(options: HomeOptions, desk: Desk): HomeView {
  const { pointers } = options;
  return home([
    ...(options.isPractice ? [linesBlock('home.practice', [[{ bold: practiceSentence }]])] : []),
    ...desk.alarms.map((alarm, i) => linesBlock(`home.alarm.${i}`, [[{ bold: alarm, max: 400 }]])),
    { type: 'actions', block_id: 'home.top', elements: topButtons(options) },
    tabs(pointers, desk),
    ...sectionOf(pointers, desk),
    ...(desk.wish.section === 'overview' ? [] : listButtons(pointers, desk)),
  ]);
}

export function home(blocks: KnownBlock[]): HomeView {
  return { type: 'home', blocks };
}
