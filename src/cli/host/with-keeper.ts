import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { readConfig } from '#config/read-config.ts';
import { withBindings } from '#policy/with-bindings.ts';
import { systemDice } from '#secrets/system-dice.ts';
import { isInstanceRunning } from '#storage/instance-lock.ts';
import { openBeside } from '#storage/open-beside.ts';
import type { ActivePolicy } from '#workflow/house.ts';
import { requirePolicy } from '#workflow/policies/read-policy.ts';
import type { Reading } from '#workflow/ports/store.ts';
import type { Keeper } from '#workflow/step-up/keeper.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { readTextFile } from '../policy/read-policy-file.ts';

/** The bot's own memory and proofs, beside it or without it: what can be said here and what never leaves for OpenAI or Slack. */
export interface HostDesk {
  readonly keeper: Keeper;
  readonly isRunning: () => Promise<boolean>;
  /** Practice has nothing to protect and is never founded. */
  readonly isPractice: boolean;
}

/** What was adopted counts, with everybody who was bound; the file only before anything was. */
async function policyInForce(read: Reading, file: string): Promise<ActivePolicy> {
  const { policy, digest } = requirePolicy((await read.policies.inForce()) ?? { text: readTextFile(file), file });
  return { policy: withBindings(policy, await read.people.all()), digest };
}

/** Opens the configured database for a few writes. Refuses where nothing is configured, and a database of another version. */
export async function withKeeper(work: (desk: HostDesk) => Promise<void>): Promise<void> {
  const read = readConfig(currentEnvironment(), diskFiles);
  if (read.kind === 'refused') throw refusedSettings(read.lines);
  if (read.as === 'sandbox')
    throw new CommandFailure('Nothing is configured here: in the sandbox all of this happens on its page.');
  const { config, secrets } = read;
  // The library behind it takes a second to load, which no other command should cost.
  const { openPresence } = await import('#identity/open-presence.ts');
  const { publicUrl } = config;
  const pages = publicUrl === null ? null : { origin: publicUrl, rpId: new URL(publicUrl).hostname };
  const store = await openBeside(config.databaseUrl);
  try {
    const active = await policyInForce(store.read, config.policyFile);
    const keeper: Keeper = {
      store,
      clock: { now: Date.now },
      dice: systemDice,
      policy: () => active,
      presence: openPresence({ pages: () => pages, sealKey: secrets.sealKey }),
      deployment: config.deployment,
    };
    await work({
      keeper,
      isRunning: async () => store.path !== null && isInstanceRunning(store.path),
      isPractice: read.as === 'practice',
    });
  } finally {
    await store.close();
  }
}
