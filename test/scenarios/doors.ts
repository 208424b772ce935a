import { personId, type RequestId } from '#domain/ids.ts';
import type { BlockJson, SeatMessage } from '#sandbox/slack/seat.ts';
import type { World } from '#sandbox/world/open-world.ts';
import {
  commandBody,
  eventBody,
  lastHome,
  lastView,
  lastViewWith,
  pressBody,
  pressInViewBody,
  type Sender,
  shortcutBody,
  submissionBody,
  suggestionBody,
} from './as-slack.ts';
import {
  approve,
  ask,
  askForKey,
  cardOf,
  letterOf,
  openDecision,
  openDenial,
  openLess,
  questionOf,
  suggestionOf,
  suggestLess,
} from './key-story.ts';
import type { Player } from './player.ts';
import type { Scene } from './scene.ts';

/** `done`, or the code of the refusal that a person gets. */
export type Outcome = string;

interface Pressing {
  readonly ready: (player: Player, world: World) => Promise<void>;
  readonly press: (player: Player) => Promise<void>;
}

/** One door of the bot: what has to be there, what arrives through it, and what each kind of full member gets. */
export interface Door {
  /** Makes what the door is about. The request is Erin's. */
  readonly before: (scene: Scene) => Promise<RequestId | null>;
  /** What Slack sends; or, where the answer takes the place of what was pressed, how it comes to be pressed. */
  readonly body: ((scene: Scene, sender: Sender, id: RequestId) => string) | Pressing;
  /** The one whose account is then a guest's, a bot's, …: everything but the account would let them in. */
  readonly rightful: 'erin' | 'bea';
  readonly requester: Outcome;
  readonly member: Outcome;
  readonly approver: Outcome;
}

const done = 'done';
const everybody = { requester: done, member: done, approver: done, rightful: 'erin' } as const;
const nothing = () => Promise.resolve(null);
const text = (value: string): BlockJson => ({ type: 'plain_text_input', value });
const picked = (value: string): BlockJson => ({
  type: 'external_select',
  selected_option: { text: { type: 'plain_text', text: value }, value },
});

export const reason = 'heliotrope';

const pending = (scene: Scene): Promise<RequestId> => askForKey(scene, { name: 'a-door', reason });

async function waiting(scene: Scene): Promise<RequestId> {
  const id = await pending(scene);
  await approve(scene, scene.bea, id);
  // Bea has no second thoughts.
  await scene.world.advance(11_000);
  return id;
}

const onCard =
  (label: string): Door['body'] =>
  (scene, sender, id) =>
    pressBody(sender, cardOf(scene.erin, id), label);

/** Something is listed for Erin alone, and somebody presses one of its buttons. */
function onList(command: string, label: string): Pick<Door, 'before' | 'body'> {
  return {
    async before({ erin, world }) {
      await erin.type(command);
      await world.settle();
      return null;
    },
    body: ({ erin }, sender) => {
      const list = erin
        .messages('C0GENERAL1')
        .findLast((message) => message.ephemeral && erin.buttons(message).includes(label));
      if (list === undefined) throw new Error(`Nothing with a button ${label} was listed`);
      return pressBody(sender, list, label);
    },
  };
}

/** A list of more than one page in front of whoever presses on it. */
const onNextPage: Door['body'] = {
  async ready(player, world) {
    await player.type('/openai users list');
    await world.bot().slack.idle();
  },
  press: (player) => player.press(player.hint(), 'Next'),
};

async function openForm({ erin, world }: Scene): Promise<null> {
  await erin.shortcut('get_api_key');
  await world.settle();
  return null;
}

async function openLeak({ erin, world }: Scene): Promise<null> {
  await erin.shortcut('report_leak');
  await world.settle();
  return null;
}

async function previewed(scene: Scene): Promise<RequestId> {
  await scene.erin.type(`/openai keys issue search-dev --name a-door --for 1d --access read --reason ${reason}`);
  await scene.world.settle();
  return (await scene.newest()).terms.id;
}

function deciding(kind: 'approve' | 'deny'): Door {
  return {
    async before(scene) {
      const id = await pending(scene);
      await (kind === 'approve' ? openDecision : openDenial)(scene, scene.bea, id);
      return id;
    },
    body: (scene, sender) =>
      submissionBody(sender, lastView(scene, `decide.${kind}`), { comment: text('as it should be') }),
    rightful: 'bea',
    requester: 'decision.own-request',
    member: 'decision.not-eligible',
    approver: done,
  };
}

/** Opens what a button of somebody's message leads to. */
async function openTalk(scene: Scene, label: 'Ask' | 'Answer' | 'Add a reason', message: SeatMessage): Promise<void> {
  const player = label === 'Ask' ? scene.bea : scene.erin;
  await player.press(message, label);
  await scene.world.settle();
}

async function asked(scene: Scene): Promise<RequestId> {
  const id = await pending(scene);
  await ask(scene, id);
  return id;
}

const onQuestion =
  (label: string): Door['body'] =>
  ({ erin }, sender, id) =>
    pressBody(sender, questionOf(erin, id), label);

const answering = {
  ...everybody,
  before: asked,
  member: 'question.not-yours',
  approver: 'question.not-yours',
} as const;

/** A button of a Home as it was published last with such a button, pressed by whoever tries. */
const onHome =
  (label: string): Door['body'] =>
  (scene, sender) =>
    pressBody(sender, lastHome(scene, label), label);

/** Two routine requests of Erin's, the newest alone or together with the other on Bea's Home. */
async function onBeasHome(scene: Scene): Promise<RequestId> {
  for (const old of await scene.world.bot().store.read.requests.list({ states: ['pending'], limit: 100 }))
    await scene.world.bot().useCases.cancel({
      requestId: old.terms.id,
      caller: { slackId: old.terms.requester.slackId, teamId: null, via: 'button', deliveryKey: null },
    });
  const id = await pending(scene);
  await pending(scene);
  await scene.bea.openHome();
  await scene.world.settle();
  await scene.bea.pressOnHome('Overview');
  await scene.world.settle();
  return id;
}

async function setAside(scene: Scene): Promise<RequestId> {
  const id = await onBeasHome(scene);
  await scene.bea.pressOnHome('Not for me');
  await scene.world.settle();
  await scene.bea.closeModal();
  await scene.bea.pressOnHome('Not for me (1)');
  await scene.world.settle();
  return id;
}

/** Two requests of Erin's, which her Home shows. */
async function twoOfMine(scene: Scene): Promise<RequestId> {
  await pending(scene);
  const id = await pending(scene);
  await scene.erin.openHome();
  await scene.world.settle();
  await scene.erin.pressOnHome('Mine');
  await scene.world.settle();
  return id;
}
const deciders = {
  rightful: 'bea',
  requester: 'decision.own-request',
  member: 'decision.not-eligible',
  approver: done,
} as const;

const suggestedTo = {
  ...everybody,
  async before(scene: Scene) {
    const id = await pending(scene);
    await suggestLess(scene, id);
    return id;
  },
  member: 'request.not-yours',
  approver: 'request.not-yours',
} as const;

const ofRequester = { ...everybody, member: 'request.not-yours', approver: 'request.not-yours' } as const;

const onLetter =
  (label: string): Door['body'] =>
  ({ erin }, sender, id) =>
    pressBody(sender, letterOf(erin, id), label);

const onSuggestion =
  (label: string): Door['body'] =>
  ({ erin }, sender, id) =>
    pressBody(sender, suggestionOf(erin, id), label);

const filledForm = {
  'f.project': picked('proj_AcmeSearchDev00000000000'),
  'f.name': text('a-door'),
  'f.for': text('1d'),
  'f.access': picked('read'),
  reason: text(reason),
};

/** By kind and id of each registration. */
export const doors: Readonly<Record<string, Door>> = {
  'command command': { ...everybody, before: nothing, body: (_, sender) => commandBody(sender, 'projects list') },
  'action request.approve': { ...deciding('approve'), before: pending, body: onCard('Approve') },
  'action request.deny': { ...deciding('deny'), before: pending, body: onCard('Deny') },
  'action request.details': { ...everybody, before: pending, body: onCard('Details') },
  'action request.ask': {
    ...everybody,
    before: pending,
    body: onCard('Ask'),
    rightful: 'bea',
    requester: 'question.own-request',
    member: 'question.not-eligible',
  },
  'action request.answer': { ...answering, body: onQuestion('Answer') },
  'action request.change': {
    ...answering,
    body: onQuestion('Change my request'),
    member: 'request.not-yours',
    approver: 'request.not-yours',
  },
  'action request.nudge': { ...ofRequester, before: pending, body: onLetter('Nudge') },
  'action request.add': { ...ofRequester, before: pending, body: onLetter('Add a reason') },
  'submission add': {
    ...ofRequester,
    async before(scene) {
      const id = await pending(scene);
      await openTalk(scene, 'Add a reason', letterOf(scene.erin, id));
      return id;
    },
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'add'), { text: text('For the demo.') }),
  },
  'action request.suggest': { before: pending, body: onCard('Suggest less'), ...deciders },
  'action suggestion.take': { ...suggestedTo, body: onSuggestion('Take it') },
  'action suggestion.keep': { ...suggestedTo, body: onSuggestion('Keep mine') },
  'action request.cancel': {
    ...everybody,
    before: pending,
    body: onCard('Cancel'),
    member: 'request.not-yours',
    approver: 'request.not-yours',
  },
  'action request.stop': {
    ...everybody,
    before: waiting,
    body: onCard('Stop'),
    rightful: 'bea',
    member: 'request.not-yours',
  },
  'action request.take-back': {
    before: async (scene) => {
      const { erin, bea, world } = scene;
      await erin.type('/openai projects archive playground --reason heliotrope');
      await world.settle();
      await erin.submit();
      await world.settle();
      await erin.closeModal();
      const { id } = (await scene.newest()).terms;
      await approve(scene, bea, id);
      return id;
    },
    body: (scene, sender) => pressInViewBody(sender, lastViewWith(scene, 'Take back'), 'Take back'),
    rightful: 'bea',
    requester: 'take-back.nothing',
    member: 'take-back.nothing',
    approver: done,
  },
  'action request.collect': {
    ...everybody,
    before: waiting,
    body: ({ erin }, sender, id) => pressBody(sender, letterOf(erin, id), 'Make my key'),
    member: 'request.not-yours',
    approver: 'request.not-yours',
  },
  'action operation.start': { ...everybody, ...onList('/openai keys list search-dev', 'Revoke') },
  'action view.page': { ...everybody, before: nothing, body: onNextPage },
  'action menu.start': { ...everybody, ...onList('/openai', 'Get an API key') },
  'action request.aside': {
    ...everybody,
    before: onBeasHome,
    body: onHome('Not for me'),
    rightful: 'bea',
    requester: 'decision.own-request',
    member: 'decision.not-eligible',
  },
  'action request.back': {
    ...everybody,
    before: setAside,
    body: onHome('For me after all'),
    rightful: 'bea',
    requester: 'decision.own-request',
    member: 'decision.not-eligible',
  },
  'action home.review': { ...everybody, before: onBeasHome, body: onHome('Review together'), rightful: 'bea' },
  'submission review': {
    ...everybody,
    async before(scene) {
      const id = await onBeasHome(scene);
      await scene.bea.pressOnHome('Review together (2)');
      await scene.world.settle();
      return id;
    },
    body: (scene, sender, id) =>
      submissionBody(sender, lastView(scene, 'review'), {
        [`tick.${id}`]: {
          type: 'checkboxes',
          selected_options: [{ text: { type: 'plain_text', text: 'x' }, value: 'yes' }],
        },
      }),
    rightful: 'bea',
    requester: 'decision.own-request',
    member: 'decision.not-eligible',
  },
  'action home.turn': { ...everybody, before: twoOfMine, body: onHome('Decided by me') },
  'action home.filter': { ...everybody, before: twoOfMine, body: onHome('Filter') },
  'submission home.filter': {
    ...everybody,
    async before(scene) {
      const id = await twoOfMine(scene);
      await scene.erin.pressOnHome('Filter');
      await scene.world.settle();
      return id;
    },
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'home.filter'), {}),
  },
  'action page.open': {
    ...everybody,
    before: async (scene) => {
      await scene.world.bot().store.transact((tx) =>
        tx.stepUp.grantEnrolment({
          person: personId('erin'),
          name: 'Erin Vale',
          origin: 'host',
          requestId: null,
          opensAt: 0,
          expiresAt: Number.MAX_SAFE_INTEGER,
          coolingMs: 0,
        }),
      );
      return onList('/openai step-up page', 'Enrol').before(scene);
    },
    body: onList('/openai step-up page', 'Enrol').body,
  },
  'submission form': {
    ...everybody,
    before: openForm,
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'form'), filledForm),
  },
  'submission leak': {
    ...everybody,
    before: openLeak,
    body: (scene, sender) =>
      submissionBody(sender, lastView(scene, 'leak'), {
        'f.key': picked('key_AcmeErinHackday000000000'),
        reason: text(reason),
      }),
  },
  'submission preview': {
    ...everybody,
    before: previewed,
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'preview'), {}),
    member: 'submit.not-yours',
    approver: 'submit.not-yours',
  },
  'submission ask': {
    async before(scene) {
      const id = await pending(scene);
      await openTalk(scene, 'Ask', cardOf(scene.bea, id));
      return id;
    },
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'ask'), { text: text('What is it for?') }),
    rightful: 'bea',
    requester: 'question.own-request',
    member: 'question.not-eligible',
    approver: done,
  },
  'submission suggest': {
    async before(scene) {
      const id = await pending(scene);
      await openLess(scene, id);
      return id;
    },
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'suggest'), { 'f.for': text('7d') }),
    ...deciders,
  },
  'submission suggest.send': {
    async before(scene) {
      const id = await pending(scene);
      await openLess(scene, id);
      await scene.bea.submit({ 'For how long': '7d' });
      await scene.world.settle();
      return id;
    },
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'suggest.send'), {}),
    ...deciders,
  },
  'submission answer': {
    ...answering,
    async before(scene) {
      const id = await asked(scene);
      await openTalk(scene, 'Answer', questionOf(scene.erin, id));
      return id;
    },
    body: (scene, sender) => submissionBody(sender, lastView(scene, 'answer'), { text: text('For the ranker.') }),
  },
  'submission decide.approve': deciding('approve'),
  'submission decide.deny': deciding('deny'),
  'options form.suggest': {
    ...everybody,
    before: openForm,
    body: (scene, sender) => suggestionBody(sender, lastView(scene, 'form'), 'f.project'),
  },
  'shortcut get_api_key': { ...everybody, before: nothing, body: (_, sender) => shortcutBody(sender, 'get_api_key') },
  'shortcut report_leak': { ...everybody, before: nothing, body: (_, sender) => shortcutBody(sender, 'report_leak') },
  'event app_home_opened': {
    ...everybody,
    before: pending,
    body: (_, sender) => eventBody(sender, { type: 'app_home_opened', tab: 'home' }),
  },
  'event app_mention': {
    ...everybody,
    before: nothing,
    body: (scene, sender) => eventBody(sender, { type: 'app_mention', text: `<@${scene.world.slack.botUserId}> help` }),
  },
};

/** The door that an installation in use no longer has; founding.test.ts sends everybody through it. */
export const doorOfTheFirstStart = 'action installation.confirm';

/** Doors through which nobody asks for anything. */
export const doorsOfNobody = [
  'event user_change',
  'event team_join',
  'event channel_shared',
  'event channel_unshared',
  'event subteam_members_changed',
  'event subteam_updated',
];
