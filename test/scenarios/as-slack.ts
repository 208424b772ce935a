import type { BlockJson, SeatMessage, SeatPerson } from '#sandbox/slack/seat.ts';
import { elementsIn, labelOf } from './read-blocks.ts';
import type { Scene } from './scene.ts';

/** Payloads as Slack sends them, so that they can come from anybody and from any door, also where no client would offer it. */
export interface Sender {
  readonly userId: string;
  readonly teamId: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

const homeTeam = 'T0ACME0001';
const app = { api_app_id: 'A0COUNTER1', team: { id: homeTeam, domain: 'acme-robotics' } };
const general = 'C0GENERAL1';

const userOf = ({ userId, teamId }: Sender) => ({ id: userId, team_id: teamId });

let serial = 0;
/** Different in every payload, because Slack's are. */
const next = (): string => `${1_700_000_000 + (serial += 1)}.000100`;

/** A person with a fresh trigger and a place to be answered, as the command they have just typed gave them. */
export async function senderOf(scene: Scene, userId: string, kind: SeatPerson['kind'] = 'member'): Promise<Sender> {
  await scene.world.slack.seat.command(userId, { channelId: general, text: '/openai help requests' });
  await scene.world.bot().slack.idle();
  const form = new URLSearchParams(
    scene.world.slack.deliveries().findLast(({ body }) => body.includes(`user_id=${userId}`))?.body,
  );
  return {
    userId,
    teamId: kind === 'stranger' ? 'T0PARTNER1' : homeTeam,
    triggerId: form.get('trigger_id') ?? '',
    responseUrl: form.get('response_url') ?? '',
  };
}

const interactive = (payload: object): string =>
  new URLSearchParams({ payload: JSON.stringify({ ...app, ...payload }) }).toString();

export function commandBody(sender: Sender, text: string): string {
  return new URLSearchParams({
    command: '/openai',
    text,
    user_id: sender.userId,
    team_id: homeTeam,
    channel_id: general,
    api_app_id: app.api_app_id,
    trigger_id: sender.triggerId,
    response_url: sender.responseUrl,
  }).toString();
}

interface PublishedHome {
  readonly blocks: readonly BlockJson[];
}

/** The Home that was published last with a button of this label, whoever's it was. */
export function lastHome(scene: Scene, label: string): PublishedHome {
  const views = scene.world.slack.calls().flatMap(({ method, args }) => {
    const view = args['view'];
    return method === 'views.publish' && isHome(view) ? [view] : [];
  });
  const found = views.findLast(({ blocks }) =>
    elementsIn(blocks).some(({ element }) => labelOf(element).replace(/ \(\d+\)$/, '') === label),
  );
  if (found === undefined) throw new Error(`No Home ever had a button ${label}`);
  return found;
}

function isHome(value: unknown): value is PublishedHome {
  return typeof value === 'object' && value !== null && 'blocks' in value && Array.isArray(value.blocks);
}

/** A press on the first button of this label, where the message stands. */
export function pressBody(sender: Sender, place: SeatMessage | PublishedHome, label: string): string {
  const found = elementsIn(place.blocks).find(({ element }) => labelOf(element).replace(/ \(\d+\)$/, '') === label);
  if (found === undefined) throw new Error(`There is no button ${label}`);
  const { type, action_id, value } = found.element;
  return interactive({
    type: 'block_actions',
    user: userOf(sender),
    trigger_id: sender.triggerId,
    ...('ts' in place
      ? {
          response_url: sender.responseUrl,
          container: {
            type: 'message',
            channel_id: place.channelId,
            message_ts: place.ts,
            is_ephemeral: place.ephemeral,
          },
        }
      : {
          container: { type: 'view', view_id: 'V0HOME0001' },
          view: { id: 'V0HOME0001', type: 'home', hash: next(), callback_id: '', private_metadata: '' },
        }),
    actions: [{ type, action_id, value, block_id: found.blockId, action_ts: next() }],
  });
}

/** A press on the first button of this label in a view. */
export function pressInViewBody(sender: Sender, view: Readonly<Record<string, unknown>>, label: string): string {
  const found = elementsIn(view['blocks'] as BlockJson[]).find(({ element }) => labelOf(element) === label);
  if (found === undefined) throw new Error(`There is no button ${label}`);
  const { type, action_id, value } = found.element;
  return interactive({
    type: 'block_actions',
    user: userOf(sender),
    trigger_id: sender.triggerId,
    container: { type: 'view', view_id: 'V1' },
    view: { ...view, id: 'V1', hash: next() },
    actions: [{ type, action_id, value, block_id: found.blockId, action_ts: next() }],
  });
}

/** A view as the bot sent it last, with what only the bot and Slack know of it. */
export function lastView(scene: Scene, callbackId: string): Readonly<Record<string, unknown>> {
  const found = viewsOf(scene).findLast((view) => view['callback_id'] === callbackId);
  if (found === undefined) throw new Error(`The bot never showed a view ${callbackId}`);
  return found;
}

/** The last view on which this button stands. */
export function lastViewWith(scene: Scene, label: string): Readonly<Record<string, unknown>> {
  const has = ({ blocks }: { blocks?: unknown }) =>
    elementsIn(blocks as BlockJson[]).some(({ element }) => labelOf(element) === label);
  const found = viewsOf(scene).findLast(has);
  if (found === undefined) throw new Error(`The bot never showed a view with ${label}`);
  return found;
}

function viewsOf(scene: Scene): readonly Readonly<Record<string, unknown>>[] {
  const sent = scene.world.slack.calls().flatMap(({ args }) => (isView(args['view']) ? [args['view']] : []));
  const answered = scene.world.slack.deliveries().flatMap(({ delivered }) => {
    const answer = delivered.ok ? delivered.answer : null;
    return typeof answer === 'object' && answer !== null && 'view' in answer && isView(answer.view)
      ? [answer.view]
      : [];
  });
  return [...sent, ...answered];
}

function isView(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'blocks' in value;
}

export function submissionBody(
  sender: Sender,
  view: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, BlockJson>>,
): string {
  const values = Object.fromEntries(Object.entries(typed).map(([block, state]) => [block, { 'form.value': state }]));
  return interactive({
    type: 'view_submission',
    user: userOf(sender),
    trigger_id: sender.triggerId,
    view: { ...view, id: `V${next()}`, hash: next(), state: { values } },
  });
}

export function suggestionBody(sender: Sender, view: Readonly<Record<string, unknown>>, blockId: string): string {
  return interactive({
    type: 'block_suggestion',
    user: userOf(sender),
    container: { type: 'view', view_id: 'V1' },
    view: { ...view, id: 'V1', hash: next() },
    block_id: blockId,
    action_id: 'form.suggest',
    value: 's',
  });
}

export function shortcutBody(sender: Sender, callbackId: string): string {
  return interactive({
    type: 'shortcut',
    user: userOf(sender),
    callback_id: callbackId,
    trigger_id: sender.triggerId,
    action_ts: next(),
  });
}

export function eventBody(sender: Sender, event: Readonly<Record<string, unknown>>): string {
  const elsewhere = sender.teamId === homeTeam ? {} : { user_team: sender.teamId };
  return JSON.stringify({
    type: 'event_callback',
    team_id: homeTeam,
    api_app_id: app.api_app_id,
    event_id: `Ev${next()}`,
    event: { user: sender.userId, ts: next(), channel: general, ...elsewhere, ...event },
  });
}

/** Signs and delivers; answers what the app said in its acknowledgement. */
export async function deliverBody(scene: Scene, body: string): Promise<string> {
  const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers = { 'Content-Type': type, ...scene.world.slack.signedHeaders(body) };
  const answer = await scene.world.slack.deliver({ body, headers });
  if (answer.status !== 200) throw new Error(`The app answered ${answer.status}`);
  await scene.world.bot().slack.idle();
  return answer.body;
}
