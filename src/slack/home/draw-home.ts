import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Operation } from '#operations/operation.ts';
import type { IssuedKey } from '#operations/memory.ts';
import type { Desk } from '#workflow/use-cases.ts';
import { menuButton, requestButton } from '../blocks/buttons.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { digestLine, practiceSentence, titleLine, whoLine } from '../blocks/request-lines.ts';
import { stateLine } from '../blocks/state-line.ts';
import { header, paragraph } from '../blocks/text.ts';
import type { Pointers, RequestAction } from '../ids.ts';
import { issueId } from '../views/menu.ts';

export interface HomeOptions {
  readonly pointers: Pointers;
  readonly catalogue: readonly Operation[];
  readonly isPractice: boolean;
}

/** Ten of each keep the whole below Slack's hundred blocks: two blocks a request, one a key, and ten around them. */
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

interface Shown {
  readonly picture: RequestPicture;
  readonly under: 'waiting' | 'mine';
  readonly actions: readonly RequestAction[];
}

function requestBlocks(options: HomeOptions, { picture, under, actions }: Shown): KnownBlock[] {
  const { record } = picture;
  const lines = [titleLine(picture), whoLine(picture), stateLine(picture), digestLine(picture)];
  const id = `home.${under}.${record.terms.id}.${record.revision}`;
  return [
    linesBlock(`${id}.lines`, lines),
    {
      type: 'actions',
      block_id: `${id}.actions`,
      elements: actions.map((action) => requestButton(options.pointers, action, record)),
    },
  ];
}

function mineActions(picture: RequestPicture): readonly RequestAction[] {
  const { state } = picture.record;
  if (state === 'waiting') return ['request.collect', 'request.details', 'request.cancel'];
  return state === 'pending' || state === 'approved' ? ['request.details', 'request.cancel'] : ['request.details'];
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

function part(title: string, blocks: readonly KnownBlock[], empty: string): KnownBlock[] {
  return [header(title), ...(blocks.length === 0 ? [paragraph(empty)] : blocks)];
}

/** What one person has to do, asked for and holds. */
export function drawHome(options: HomeOptions, desk: Desk): HomeView {
  const waiting = desk.waitingForMe.slice(0, shown).flatMap((picture) => {
    const actions = ['request.approve', 'request.deny', 'request.details'] as const;
    return requestBlocks(options, { picture, under: 'waiting', actions });
  });
  const mine = desk.mine
    .slice(0, shown)
    .flatMap((picture) => requestBlocks(options, { picture, under: 'mine', actions: mineActions(picture) }));
  const keys = desk.myKeys.slice(0, shown).map(keyLine);
  return home([
    ...(options.isPractice ? [linesBlock('home.practice', [[{ bold: practiceSentence }]])] : []),
    ...desk.alarms.map((alarm, i) => linesBlock(`home.alarm.${i}`, [[{ bold: alarm, max: 400 }]])),
    { type: 'actions', block_id: 'home.top', elements: topButtons(options) },
    ...part('Waiting for you', waiting, 'Nothing waits for your decision.'),
    ...part('My requests', mine, 'You have not asked for anything yet.'),
    ...part('My keys', keys.length === 0 ? [] : [linesBlock('home.keys', keys)], 'You hold no keys issued here.'),
  ]);
}

export function home(blocks: KnownBlock[]): HomeView {
  return { type: 'home', blocks };
}
