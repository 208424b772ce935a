import { Hono } from 'hono';
import type { z } from 'zod';
import type { Seat, SeatOutcome } from '../slack/seat.ts';
import { clickBody, commandBody, optionsBody, personBody, sayBody, shortcutBody, submitBody } from './bodies.ts';
import { refusal } from './guard.ts';
import { jsonBody } from './json-body.ts';
import type { Stage } from './stage.ts';
import type { ActAnswer, OptionsAnswer } from './wire.ts';

/** Everything that a person can do in Slack, one route an act. */
export function actRoutes(stage: Stage): Hono {
  const routes = new Hono();
  const act = <T extends { readonly person: string }>(
    path: string,
    schema: z.ZodType<T>,
    answer: (seat: Seat, body: T) => Promise<ActAnswer | OptionsAnswer>,
  ) =>
    routes.post(path, async (context) => {
      const body = await jsonBody(context, schema);
      if (body === null) return context.json(refusal('bad_body', `This is not what ${path} takes.`), 400);
      if (!canSit(stage.seat, body.person))
        return context.json(refusal('no_such_person', 'Nobody can sit there.'), 404);
      return context.json(await answer(stage.seat, body));
    });

  act('/command', commandBody, (seat, { person, ...place }) => outcome(seat.command(person, place)));
  act('/say', sayBody, (seat, { person, ...place }) => outcome(seat.say(person, place)));
  act('/click', clickBody, (seat, { person, click }) => outcome(seat.click(person, click)));
  act('/submit', submitBody, (seat, { person, ...form }) => outcome(seat.submit(person, form)));
  act('/close-modal', personBody, (seat, { person }) => outcome(seat.closeModal(person)));
  act('/shortcut', shortcutBody, (seat, { person, callbackId }) => outcome(seat.shortcut(person, callbackId)));
  act('/open-home', personBody, (seat, { person }) => outcome(seat.openHome(person)));
  act('/options', optionsBody, async (seat, { person, ask }) => ({ options: await seat.options(person, ask) }));
  return routes;
}

async function outcome(act: Promise<SeatOutcome>): Promise<ActAnswer> {
  return { outcome: await act };
}

/** Deactivated people and strangers may be tried on purpose: what the bot answers them is part of the show. */
export function canSit(seat: Seat, personId: string): boolean {
  return seat.people().some((person) => person.id === personId && person.kind !== 'bot');
}
