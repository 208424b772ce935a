import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Caller } from '#workflow/use-cases.ts';
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
}

/** Who did it and where they can be answered, of deliveries that say so. */
export interface AnyDelivery {
  readonly caller?: Caller | undefined;
  readonly responseUrl?: string | null;
}

/** One delivery that was read, and how it is handled. */
export interface Entering<Delivery> {
  /** `action request.approve`, for the log. */
  readonly name: string;
  readonly delivery: Delivery | null;
  readonly handle: (kit: Kit, delivery: Delivery) => Promise<void>;
  /** Acknowledges with nothing, unless the handler already has. */
  readonly ackAnyway: () => Promise<void>;
  /** Ids under which Slack would deliver the same thing again, where it does. */
  readonly replayKey: string | null;
}

const stumbled = 'Something went wrong on our side. Nothing may have been done; look before you try again.';

/** What every delivery goes through: counted, told apart from its repetition, kept from being cut off, and never left unanswered. */
export interface Door {
  enter<Delivery extends AnyDelivery>(entering: Entering<Delivery>): Promise<void>;
}

export function createDoor(options: DoorOptions): Door {
  const { kit, log } = options;

  const isForeign = (caller: Caller | undefined): boolean =>
    caller?.teamId !== undefined &&
    caller.teamId !== null &&
    options.home.enterpriseId === null &&
    caller.teamId !== options.home.teamId;

  const run = async <Delivery extends AnyDelivery>(entering: Entering<Delivery>): Promise<void> => {
    const { delivery, name } = entering;
    options.noteEvent();
    if (delivery === null) {
      kit.refused.count('malformed');
      return entering.ackAnyway();
    }
    if (entering.replayKey !== null && !(await options.nonces.claim(entering.replayKey, options.clock.now()))) {
      kit.refused.count('replayed');
      return entering.ackAnyway();
    }
    if (isForeign(delivery.caller)) {
      kit.refused.count('other-team');
      return refuseForeign(entering.ackAnyway, delivery);
    }
    try {
      await entering.handle(kit, delivery);
    } catch (error) {
      // Only the error's own words: a cause could hold what was sent.
      log.error(
        { error: error instanceof Error ? error.message : 'unknown', door: name },
        'A Slack delivery could not be handled',
      );
      const { responseUrl } = delivery;
      if (responseUrl !== undefined && responseUrl !== null)
        await kit.answers.answer(responseUrl, asMessage(sentence(stumbled)));
    } finally {
      await entering.ackAnyway();
    }
  };

  /** Somebody of another workspace in a shared channel. The use case says so too, and keeps it; here it is the last word. */
  const refuseForeign = async (ackAnyway: () => Promise<void>, delivery: AnyDelivery): Promise<void> => {
    await ackAnyway();
    const { caller, responseUrl } = delivery;
    if (caller !== undefined) await kit.useCases().admit(caller);
    if (responseUrl !== undefined && responseUrl !== null) {
      await kit.answers.answer(
        responseUrl,
        asMessage(sentence('People from other workspaces cannot use Countersign.', 'Not possible')),
      );
    }
  };

  return { enter: (entering) => options.inFlight.track(run(entering)) };
}
