import { Fault } from '#domain/fault.ts';
import { silentPeople } from '#workflow/ports/silent-people.ts';
import { openSlack } from './open-slack.ts';
import type { SlackFace, SlackOptions } from './slack-face.ts';

/** Null while Slack does not answer; whatever else is wrong is for whoever starts the bot. */
async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Fault && error.code === 'slack.unreachable') return null;
    throw error;
  }
}

/** A face that knows nobody and delivers nothing, until `reach` has opened the real one. */
function waitForSlack(options: SlackOptions): SlackFace {
  const { clock, log } = options;
  const silent = silentPeople(clock);
  let face: SlackFace | null = null;
  let isWanted = false;
  const people = () => face?.people ?? silent;
  return {
    start() {
      isWanted = true;
      log.error({}, 'Slack does not answer. The bot goes on without it, and tries again');
      return Promise.resolve({ address: 'not there yet' });
    },
    async reach() {
      if (face !== null || !isWanted) return;
      const opened = await orNull(() => openSlack(options));
      if (opened === null) return;
      const started = await orNull(() => opened.start());
      if (started === null) return opened.stop();
      face = opened;
      log.warn({}, 'Slack answers again');
    },
    async stop() {
      isWanted = false;
      await face?.stop();
    },
    idle: async () => face?.idle(),
    people: {
      standing: (user, maxAgeMs) => people().standing(user, maxAgeMs),
      zone: (user) => people().zone(user),
      userGroup: (id) => people().userGroup(id),
      roster: () => people().roster(),
    },
    watchPlaces: async () => face?.watchPlaces(),
    mailer: {
      deliver: async (row) =>
        face?.mailer.deliver(row) ?? { kind: 'failed', why: 'Slack does not answer', canRetry: true },
    },
    clockAheadMs: () => face?.clockAheadMs() ?? null,
    health: () => face?.health() ?? { connected: false, lastEventAt: null, refused: {} },
    get botUserId() {
      return face?.botUserId ?? '';
    },
    get teamId() {
      return face?.teamId ?? '';
    },
  };
}

/** Opens the face; where Slack does not answer, one that waits for it, so that an outage keeps nobody from starting the bot. */
export async function openWhenThere(options: SlackOptions): Promise<SlackFace> {
  return (await orNull(() => openSlack(options))) ?? waitForSlack(options);
}
