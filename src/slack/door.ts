import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Caller } from '#workflow/use-cases.ts';
import type { PressPlace } from './delivery.ts';
import type { Kit } from './kit.ts';
import type { Home, SlackOptions } from './slack-face.ts';
import type { InFlight } from './transport/in-flight.ts';
import { asMessage, sentence } from './views/saying.ts';

export interface DoorOptions {
  readonly kit: Kit;
  readonly home: Home;
  readonly clock: Clock;
  readonly log: Log;
  readonly inFlight: InFlight;
  readonly nonces: SlackOptions['nonces'];
  readonly noteEvent: () => void;
  /** The channel in which decisions are asked for. */
  readonly approvals: () => string;
}

/** Who did it and where they can be answered, of deliveries that say so. */
export interface AnyDelivery {
  readonly caller?: Caller | undefined;
  readonly responseUrl?: string | null;
  readonly channelId?: string;
  readonly place?: PressPlace;
}

/** One delivery that was read, and how it is handled. */
export interface Entering<Delivery> {
  /** `action request.approve`, for the log. */
  readonly name: string;
  /** Null when its shape was not understood. */
  readonly delivery: Delivery | null;
  readonly handle: (kit: Kit, delivery: Delivery) => Promise<void>;
  /** Acknowledges with nothing, unless the handler already has. */
  readonly ackAnyway: () => Promise<void>;
  /** Ids under which Slack would deliver the same thing again, where it does. */
  readonly replayKey: string | null;
}

/** What every delivery goes through: counted, told apart from its repetition, kept from being cut off, and never left unanswered. */
export interface Door {
  enter<Delivery extends AnyDelivery>(entering: Entering<Delivery>): Promise<void>;
}

const stumbled = sentence('Something went wrong on our side. Nothing may have been done; look before you try again.');
const foreign = sentence('People from other workspaces cannot use Countersign.', 'Not possible');

/** Outside of an Enterprise organization a payload that names another workspace is somebody else's, whatever else it says. */
function isForeign(home: Home, caller: Caller | undefined): boolean {
  return typeof caller?.teamId === 'string' && home.enterpriseId === null && caller.teamId !== home.teamId;
}

async function say(kit: Kit, { responseUrl }: AnyDelivery, said: typeof stumbled): Promise<void> {
  if (typeof responseUrl === 'string') await kit.answers.answer(responseUrl, asMessage(said));
}

/** Somebody of another workspace in a shared channel. The use case says no too, and keeps it; here it is the last word. */
async function refuseForeign(kit: Kit, delivery: AnyDelivery): Promise<void> {
  if (delivery.caller !== undefined) await kit.useCases().admit(delivery.caller);
  await say(kit, delivery, foreign);
}

const sharedSaying = sentence(
  'This channel is shared with people outside of this workspace, so Countersign does nothing here.',
  'Not possible',
);
const unaskedSaying = sentence(
  'Slack could not be asked whether this channel is shared with another company, so nothing was done. Try again in a minute.',
  'Not possible',
);

/** Where a delivery was made. A decision is taken in a modal, and belongs to the channel in which it was asked for. */
function channelOf<Delivery extends AnyDelivery>(
  { approvals }: DoorOptions,
  { name }: Entering<Delivery>,
  delivery: Delivery,
): string | null {
  if (name.startsWith('submission decide.')) return approvals();
  if (delivery.place !== undefined) return delivery.place.in === 'message' ? delivery.place.channelId : null;
  return delivery.channelId ?? null;
}

/** Whether this place lets nothing be done, after the person was told so. Whoever only types help is told so too. */
async function isShut<Delivery extends AnyDelivery>(
  options: DoorOptions,
  entering: Entering<Delivery>,
  delivery: Delivery,
): Promise<boolean> {
  const { kit } = options;
  const channelId = delivery.caller === undefined ? null : channelOf(options, entering, delivery);
  const sharing = channelId === null ? 'ours' : await kit.places.sharing(channelId);
  if (channelId === null || sharing === 'ours' || sharing === 'unseen') return false;
  await entering.ackAnyway();
  if (sharing === 'shared')
    await kit.useCases().heard({ of: 'shared-channel', channelId, caller: delivery.caller ?? null });
  await say(kit, delivery, sharing === 'shared' ? sharedSaying : unaskedSaying);
  return true;
}

async function handle<Delivery extends AnyDelivery>(
  options: DoorOptions,
  entering: Entering<Delivery>,
  delivery: Delivery,
): Promise<void> {
  const { kit, log } = options;
  try {
    await entering.handle(kit, delivery);
  } catch (error) {
    // Only the error's own words: a cause could hold what was sent.
    const words = error instanceof Error ? error.message : 'unknown';
    log.error({ error: words, door: entering.name }, 'A Slack delivery could not be handled');
    await say(kit, delivery, stumbled);
  } finally {
    await entering.ackAnyway();
  }
}

async function pass<Delivery extends AnyDelivery>(options: DoorOptions, entering: Entering<Delivery>): Promise<void> {
  const { kit, home, clock, nonces } = options;
  const { delivery, replayKey, ackAnyway } = entering;
  options.noteEvent();
  if (delivery === null) {
    kit.refused.count('malformed');
    return ackAnyway();
  }
  if (replayKey !== null && !(await nonces.claim(replayKey, clock.now()))) {
    kit.refused.count('replayed');
    return ackAnyway();
  }
  if (!isForeign(home, delivery.caller))
    return (await isShut(options, entering, delivery)) ? undefined : handle(options, entering, delivery);
  kit.refused.count('other-team');
  await ackAnyway();
  return refuseForeign(kit, delivery);
}

export function createDoor(options: DoorOptions): Door {
  return { enter: (entering) => options.inFlight.track(pass(options, entering)) };
}
