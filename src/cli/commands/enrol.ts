import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { readConfig } from '#config/read-config.ts';
import { personId } from '#domain/ids.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { systemDice } from '#secrets/system-dice.ts';
import { openBeside } from '#storage/open-beside.ts';
import type { Enrolment } from '#workflow/ports/step-up.ts';
import { codesOnHost, grantOnHost, pageOnHost } from '#workflow/step-up/enrol-on-host.ts';
import type { Keeper } from '#workflow/step-up/keeper.ts';
import type { Workspace } from '../../start.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { readPolicyFile } from '../policy/read-policy-file.ts';
import { print } from '../print.ts';

export function enrolCommand(): Command {
  return new Command('enrol')
    .description(
      'Let one of the first two people enrol a passkey or one-time codes, or somebody whose enrolment was approved in Slack',
    )
    .argument('<person>', 'their name in the policy, such as bea')
    .option('--codes', 'one-time codes of an app instead of a passkey')
    .action(async (person: string, options: { codes?: boolean }) => {
      const read = readConfig(currentEnvironment(), diskFiles);
      if (read.kind === 'refused') throw refusedSettings(read.lines);
      if (read.as === 'sandbox')
        throw new CommandFailure('Nothing is configured here: the sandbox enrols on its page.');
      await enrol(read, person, options.codes === true);
    });
}

async function enrol(read: Workspace, person: string, wantsCodes: boolean): Promise<void> {
  const { config, secrets } = read;
  // The library behind it takes a second to load, which no other command should cost.
  const { openPresence } = await import('#identity/open-presence.ts');
  const store = await openBeside(config.databaseUrl);
  try {
    const { publicUrl } = config;
    const pages = publicUrl === null ? null : { origin: publicUrl, rpId: new URL(publicUrl).hostname };
    // Its digest stands in requests only; none is made here.
    const active = { policy: readPolicyFile(config.policyFile), digest: '' };
    const keeper: Keeper = {
      store,
      clock: { now: Date.now },
      dice: systemDice,
      policy: () => active,
      presence: openPresence({ pages: () => pages, sealKey: secrets.sealKey }),
    };
    if (pages === null && secrets.sealKey === null) {
      throw new CommandFailure('Set COUNTERSIGN_PUBLIC_URL for passkeys, or COUNTERSIGN_SEAL_KEY for one-time codes.');
    }
    const enrolment = must(await grantOnHost(keeper, personId(person)));
    if (wantsCodes || pages === null) await withCodes(keeper, enrolment);
    else await withPage(keeper, enrolment);
  } finally {
    await store.close();
  }
}

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new CommandFailure(`${answer.what} ${answer.rule}`);
  return answer;
}

async function withPage(keeper: Keeper, enrolment: Enrolment): Promise<void> {
  const url = must(await pageOnHost(keeper, enrolment));
  print(renderUnicodeCompact(url, { border: 1 }));
  print(`${enrolment.name} opens this once, within an hour, while the bot runs:`);
  print(`  ${url}`);
}

async function withCodes(keeper: Keeper, enrolment: Enrolment): Promise<void> {
  if (!keeper.presence.hasCodes) throw new CommandFailure('Set COUNTERSIGN_SEAL_KEY first.');
  const sheet = keeper.presence.newSeed(enrolment.person, enrolment.name);
  print(sheet.terminal.reveal());
  print(`${enrolment.name} scans this with an authenticator app, or types: ${sheet.text.reveal()}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const code = await terminal.question('The code it shows now: ').finally(() => terminal.close());
  const done = must(await codesOnHost(keeper, { enrolment, sheet, code }));
  print('Enrolled. Recovery codes, shown once; two of them and a day of waiting let them enrol anew:');
  for (const recovery of done.recoveryCodes) print(`  ${recovery.reveal()}`);
}
