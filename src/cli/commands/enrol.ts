import { Command } from 'commander';
import { renderUnicodeCompact } from 'uqr';
import { personId } from '#domain/ids.ts';
import type { Enrolment } from '#workflow/ports/step-up.ts';
import { codesOnHost, grantOnHost, pageOnHost, refuseUnfounded } from '#workflow/step-up/enrol-on-host.ts';
import type { Keeper } from '#workflow/step-up/keeper.ts';
import { CommandFailure } from '../command-failure.ts';
import { allowed } from '../host/allowed.ts';
import { typedLine } from '../host/typed-line.ts';
import { withKeeper } from '../host/with-keeper.ts';
import { print } from '../print.ts';

export function enrolCommand(): Command {
  return new Command('enrol')
    .description(
      'Let one of the first two people enrol a passkey or one-time codes, or somebody whose enrolment was approved in Slack',
    )
    .argument('<person>', 'their name in the policy, such as bea')
    .option('--codes', 'one-time codes of an app instead of a passkey')
    .action((person: string, options: { codes?: boolean }) =>
      withKeeper(async ({ keeper, isPractice }) => {
        if (!isPractice) allowed(await refuseUnfounded(keeper.store.read));
        await enrol(keeper, person, options.codes === true);
      }),
    );
}

async function enrol(keeper: Keeper, person: string, wantsCodes: boolean): Promise<void> {
  const hasPages = keeper.presence.pages() !== null;
  if (!hasPages && !keeper.presence.hasCodes)
    throw new CommandFailure('Set COUNTERSIGN_PUBLIC_URL for passkeys, or COUNTERSIGN_SEAL_KEY for one-time codes.');
  const enrolment = allowed(await grantOnHost(keeper, personId(person)));
  if (wantsCodes || !hasPages) await withCodes(keeper, enrolment);
  else await withPage(keeper, enrolment);
}

async function withPage(keeper: Keeper, enrolment: Enrolment): Promise<void> {
  const url = allowed(await pageOnHost(keeper, enrolment));
  print(renderUnicodeCompact(url, { border: 1 }));
  print(`${enrolment.name} opens this once, within an hour, while the bot runs:`);
  print(`  ${url}`);
}

async function withCodes(keeper: Keeper, enrolment: Enrolment): Promise<void> {
  if (!keeper.presence.hasCodes) throw new CommandFailure('Set COUNTERSIGN_SEAL_KEY first.');
  const sheet = keeper.presence.newSeed(enrolment.person, enrolment.name);
  print(sheet.terminal.reveal());
  print(`${enrolment.name} scans this with an authenticator app, or types: ${sheet.text.reveal()}`);
  const code = await typedLine('The code it shows now: ');
  const done = allowed(await codesOnHost(keeper, { enrolment, sheet, code }));
  print('Enrolled. Recovery codes, shown once; two of them and a day of waiting let them enrol anew:');
  for (const recovery of done.recoveryCodes) print(`  ${recovery.reveal()}`);
}
