import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Caller } from '#workflow/use-cases.ts';
import type { PressPlace } from './delivery.ts';
import type { Kit } from './kit.ts';
import type { Home, SlackOptions } from './slack-face.ts';
import { shutSaying } from './shut.ts';
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

/** Where a delivery was made. A decision is taken in a modal; its channel is looked at together with the rest of its evidence. */
function channelOf({ place, channelId }: AnyDelivery): string | null {
  if (place !== undefined) return place.in === 'message' ? place.channelId : null;
  return channelId ?? null;
}

/** Whether this place lets nothing be done, after the person was told so. Whoever only types help is told so too. */
async function isShut<Delivery extends AnyDelivery>(
  { kit }: DoorOptions,
  { ackAnyway }: Entering<Delivery>,
  delivery: Delivery,
): Promise<boolean> {
  const channelId = channelOf(delivery);
  if (channelId === null || delivery.caller === undefined) return false;
  // Slack waits 3 s for the acknowledgement; how long it takes to answer our own question is not in our hands.
  await ackAnyway();
  const said = await shutSaying(kit, channelId, delivery.caller);
  if (said !== null) await say(kit, delivery, said);
  return said !== null;
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
