import type { App, AckFn } from '@slack/bolt';
import type { AnyDelivery, Door } from './door.ts';
import type { Kit } from './kit.ts';
import {
  readChannelChange,
  readCommand,
  readGroupChange,
  readHomeOpened,
  readLookup,
  readMention,
  readPress,
  readShortcut,
  readSubmission,
  readUserChange,
} from './read-delivery.ts';
import type { Registration } from './register.ts';
import { handleUnknown, readUnknown } from './unknown.ts';

/** The part of a Bolt listener's arguments that is used here. */
interface Heard {
  readonly body: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  readonly ack: unknown;
}

/** An acknowledgement that happens at most once: the HTTP receiver throws at a second one. */
function once(ack: unknown): (answer?: unknown) => Promise<void> {
  let isDone = false;
  return async (answer) => {
    if (isDone) return;
    isDone = true;
    await (ack as AckFn<unknown>)(answer);
  };
}

/** Only Socket Mode repeats an interactive delivery, with the envelope's id; over HTTP its signature was claimed before. */
function envelopeKey({ context }: Heard): string | null {
  const id = context['envelopeId'];
  return typeof id === 'string' ? `slack-envelope:${id}` : null;
}

/** Slack repeats an event it saw no answer to, each time with a new signature or envelope but the same event id. */
function eventKey(body: unknown): string | null {
  const id = (body as { event_id?: unknown }).event_id;
  return typeof id === 'string' ? `slack-event:${id}` : null;
}

interface Listener<Delivery, Ack> {
  readonly name: string;
  readonly read: (body: unknown) => Delivery | null;
  readonly handle: (kit: Kit, delivery: Delivery, ack: Ack) => Promise<void>;
}

/** A listener for what a person did, which must be acknowledged. */
function interactive<Delivery extends AnyDelivery, Ack>(door: Door, listener: Listener<Delivery, Ack>) {
  return (heard: Heard): Promise<void> => {
    const ack = once(heard.ack);
    return door.enter({
      name: listener.name,
      replayKey: envelopeKey(heard),
      ackAnyway: () => ack(),
      delivery: listener.read(heard.body),
      handle: (kit, delivery) => listener.handle(kit, delivery, ack as Ack),
    });
  };
}

/** A listener for an event, which Bolt has acknowledged before. */
function eventual<Delivery extends AnyDelivery>(
  door: Door,
  listener: Omit<Listener<Delivery, never>, 'handle'> & { handle: (kit: Kit, delivery: Delivery) => Promise<void> },
) {
  return ({ body }: { readonly body: unknown }): Promise<void> =>
    door.enter({
      name: listener.name,
      replayKey: eventKey(body),
      ackAnyway: () => Promise.resolve(),
      delivery: listener.read(body),
      handle: listener.handle,
    });
}

function connect(app: App, door: Door, registration: Registration & { readonly pattern: RegExp }): void {
  const { pattern } = registration;
  const name = `${registration.kind} ${registration.id}`;
  switch (registration.kind) {
    case 'command':
      return app.command(pattern, interactive(door, { name, read: readCommand, handle: registration.handle }));
    case 'action':
      return app.action(pattern, interactive(door, { name, read: readPress, handle: registration.handle }));
    case 'submission':
      return app.view(pattern, interactive(door, { name, read: readSubmission, handle: registration.handle }));
    case 'options':
      return app.options(pattern, interactive(door, { name, read: readLookup, handle: registration.handle }));
    case 'shortcut':
      return app.shortcut(pattern, interactive(door, { name, read: readShortcut, handle: registration.handle }));
    case 'event':
      return connectEvent(app, door, registration);
  }
}

function connectEvent(app: App, door: Door, registration: Extract<Registration, { kind: 'event' }>): void {
  const name = `event ${registration.id}`;
  switch (registration.id) {
    case 'app_home_opened':
      return app.event('app_home_opened', eventual(door, { name, read: readHomeOpened, handle: registration.handle }));
    case 'app_mention':
      return app.event('app_mention', eventual(door, { name, read: readMention, handle: registration.handle }));
    case 'user_change':
    case 'team_join':
      return app.event(registration.id, eventual(door, { name, read: readUserChange, handle: registration.handle }));
    case 'channel_shared':
    case 'channel_unshared':
      return app.event(registration.id, eventual(door, { name, read: readChannelChange, handle: registration.handle }));
    case 'subteam_members_changed':
    case 'subteam_updated':
      return app.event(registration.id, eventual(door, { name, read: readGroupChange, handle: registration.handle }));
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The names a registration listens to, as the source of a pattern. */
function namesOf(registration: Registration, commandName: string): string {
  if (registration.kind === 'command') return escaped(commandName);
  const many = registration.kind === 'action' && registration.many ? '(?:\\.\\d{1,2})?' : '';
  return `${escaped(registration.id)}${many}`;
}

/** All listeners, and behind each kind one that catches what nobody listens to: unanswered, Slack would show an error after 3 s. */
export function connectAll(
  app: App,
  door: Door,
  options: { registrations: readonly Registration[]; commandName: string },
): void {
  const { registrations, commandName } = options;
  for (const registration of registrations)
    connect(app, door, { ...registration, pattern: new RegExp(`^${namesOf(registration, commandName)}$`) });
  const others = (kind: Registration['kind']): RegExp => {
    const known = registrations.filter((each) => each.kind === kind).map((each) => namesOf(each, commandName));
    return new RegExp(`^(?!(?:${known.join('|')})$)`);
  };
  const unknown = (kind: Registration['kind']) =>
    interactive(door, { name: `unknown ${kind}`, read: readUnknown, handle: handleUnknown });
  app.command(others('command'), unknown('command'));
  app.action(others('action'), unknown('action'));
  app.shortcut(others('shortcut'), unknown('shortcut'));
  app.view({ callback_id: others('submission'), type: 'view_submission' }, unknown('submission'));
  app.options(others('options'), ({ ack }) => (ack as AckFn<{ options: [] }>)({ options: [] }));
  app.view({ callback_id: /^/, type: 'view_closed' }, ({ ack }) => ack());
}
