import type { Instant } from '#domain/instant.ts';
import { clientOptions, createClients } from './api/clients.ts';
import { createPinnedFetch } from './api/pinned-fetch.ts';
import { createPrivateAnswers } from './api/response-url.ts';
import { createDoor } from './door.ts';
import { findHome } from './find-home.ts';
import { createPointers } from './ids.ts';
import type { Kit } from './kit.ts';
import { makeApp } from './make-app.ts';
import { makeKit } from './make-kit.ts';
import { createMailer } from './notifier/mailer.ts';
import { createMouth } from './api/mouth.ts';
import { createPeople } from './people.ts';
import { createPlaces, discreetMouth } from './places.ts';
import type { Channels, SlackFace, SlackOptions } from './slack-face.ts';
import { createInFlight } from './transport/in-flight.ts';
import { makeIntake } from './transport/make-intake.ts';
import { createRefused } from './transport/refused.ts';
import { sdkLogger } from './transport/sdk-logger.ts';

const slackApi = 'https://slack.com/api/';

/** What runs at a stop gets this long; the supervisor kills us after 30 s. */
const drainMs = 10_000;

/** Looks anew at the bot's own channels, and says where one is shared. */
async function watchPlaces(kit: Kit, { approvals, audit, alerts }: Channels): Promise<void> {
  for (const channelId of new Set([approvals, audit, alerts])) {
    kit.places.forget(channelId);
    if ((await kit.places.sharing(channelId)) === 'shared')
      await kit.useCases().heard({ of: 'shared-channel', channelId, caller: null });
  }
}

/** Everything that talks to Slack's API on our behalf, with one way to close it. */
function openApi(options: SlackOptions) {
  const { log, botToken, clock, apiUrl = slackApi } = options;
  let aheadMs: number | null = null;
  const pinned = createPinnedFetch(apiUrl, (dateMs) => {
    aheadMs = clock.now() - dateMs;
  });
  const logger = sdkLogger(log);
  const answers = createPrivateAnswers(apiUrl, log);
  return {
    logger,
    answers,
    upload: pinned.upload,
    sdk: clientOptions({ apiUrl, fetch: pinned.fetch, logger }),
    clockAheadMs: () => aheadMs,
    clients: createClients(botToken, { apiUrl, fetch: pinned.fetch, logger }),
    async close(): Promise<void> {
      await answers.close();
      await pinned.close();
    },
  };
}

/** Opens the face: asks Slack whose bot this is and gets everything ready. Nothing is taken in before `start`. */
export async function openSlack(options: SlackOptions): Promise<SlackFace> {
  const { clock, log, botToken, nonces, commandName } = options;
  const api = openApi(options);
  const { clients, sdk, logger: sdkLogger, answers } = api;
  const home = await findHome(clients.interactive).catch(async (error: unknown) => {
    await api.close();
    throw error;
  });
  const refused = createRefused(clock, log);
  const inFlight = createInFlight();
  const pointers = createPointers(options);
  const people = createPeople({ call: clients.interactive, clock, home });
  const places = createPlaces({
    call: clients.interactive,
    clock,
    sharedInside: () => options.channels().sharedInside,
  });
  const kit = makeKit(options, { clients, upload: api.upload, answers, pointers, people, refused, places });
  let lastEventAt: Instant | null = null;
  const noteEvent = (): void => {
    lastEventAt = clock.now();
  };
  const door = createDoor({
    kit,
    home,
    clock,
    log,
    inFlight,
    nonces,
    noteEvent,
  });
  const { intake, receiver } = makeIntake(options, { home, refused, sdk, sdkLogger });
  makeApp({ receiver, home, botToken, clientOptions: sdk, sdkLogger, log, refused, door, commandName });
  return {
    start: async () => ({ address: await intake.start() }),
    reach: () => Promise.resolve(),
    async stop() {
      intake.refuseNew();
      const left = await inFlight.drained(drainMs);
      if (left > 0) log.warn({ left }, 'Stopped while deliveries from Slack were still being handled');
      await intake.close();
      await api.close();
    },
    idle: async () => void (await inFlight.drained(drainMs)),
    people,
    watchPlaces: () => watchPlaces(kit, options.channels()),
    mailer: createMailer({ ...options, pointers, mouth: discreetMouth(createMouth(clients.background), places) }),
    health: () => ({ connected: intake.isConnected(), lastEventAt, refused: refused.totals() }),
    clockAheadMs: api.clockAheadMs,
    botUserId: home.botUserId,
    teamId: home.teamId,
  };
}
