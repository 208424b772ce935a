import { Secret as OtpSecret, TOTP } from 'otpauth';
import { personId } from '#domain/ids.ts';
import type { World } from '#sandbox/world/open-world.ts';
import { openScene, type Scene } from '../scenarios/scene.ts';
import { fakeAppToken } from '../support/fake-secret.ts';
import { type Called, callCli } from './call-cli.ts';

/** What the bot of these tests and the command line beside it seal with. */
const sealKey = Buffer.alloc(32, 9).toString('base64');

/** A process of its own takes a second to load, and many seconds where many are started. */
export const PROCESS_MS = 120_000;

/** A running bot that was founded, as that of every company that gets so far, whose secrets this shell shares. */
export async function openHost(): Promise<Scene> {
  const scene = await openScene({ sealKey });
  await scene.world.bot().store.transact((tx) => tx.meta.set('founded', '1'));
  return scene;
}

const WINDOW_MS = 30_000;

/** The environment of an operator's shell on the host of this bot. */
export function shellOf(world: World): Readonly<Record<string, string>> {
  return {
    SLACK_BOT_TOKEN: world.slack.botToken,
    SLACK_APP_TOKEN: fakeAppToken(),
    SLACK_API_URL: world.slack.apiUrl,
    OPENAI_ADMIN_KEY: world.openai.adminKey,
    COUNTERSIGN_OPENAI_BASE_URL: world.openai.url,
    COUNTERSIGN_ALLOW_OTHER_HOST: '1',
    COUNTERSIGN_MAC_KEY: Buffer.alloc(32, 1).toString('base64'),
    COUNTERSIGN_SEAL_KEY: sealKey,
    COUNTERSIGN_DEPLOYMENT: 'sandbox',
    DATABASE_URL: `sqlite:${world.databasePath()}`,
    POLICY_FILE: 'data/policies/sandbox.yml',
  };
}

/** Runs a command on the host; `typed` is what its person types. */
export function onHost(
  world: World,
  args: readonly string[],
  more: { readonly typed?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Called> {
  return callCli(args, { env: { ...shellOf(world), ...more.env }, typed: `${more.typed ?? ''}\n` });
}

/** Gives somebody an app whose codes count already; `code(1)` is the one after the newest. */
export async function hasApp(world: World, who: string): Promise<(ahead?: 0 | 1) => string> {
  const { presence, store } = world.bot().house;
  const person = personId(who);
  const sheet = presence.newSeed(person, who);
  const seed = { person, sealed: sheet.sealed, origin: 'host', enrolledAt: 0, countsFrom: 0, lastStep: 0 } as const;
  await store.transact((tx) => tx.stepUp.putSeed(seed));
  const totp = new TOTP({ secret: OtpSecret.fromBase32(sheet.text.reveal().replaceAll(' ', '')) });
  // The command line is another process, which lives by the real clock.
  return (ahead = 0) => totp.generate({ timestamp: Date.now() + ahead * WINDOW_MS });
}
