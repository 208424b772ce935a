import { renderUnicodeCompact } from 'uqr';
import { type Refusal, isRefusal } from '#domain/refusal.ts';
import type { AtHost } from '#workflow/host/host-person.ts';
import { wishOnPage, wishWithCode } from '#workflow/host/prove-wish.ts';
import type { HostWish } from '#workflow/ports/host-asks.ts';
import type { Keeper } from '#workflow/step-up/keeper.ts';
import { RefusalLedger } from '#workflow/refusal-ledger.ts';
import { CommandFailure } from '../command-failure.ts';
import { allowed } from './allowed.ts';
import { typedLine } from './typed-line.ts';
import type { HostDesk } from './with-keeper.ts';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Refusals of a known person stand in the chain whichever door they came to; the bot's own ledger is in the bot's memory. */
async function noted(keeper: Keeper, { person }: AtHost, refusal: Refusal): Promise<void> {
  const ledger = new RefusalLedger();
  ledger.note({ who: person.slackId, via: 'cli', refusal, at: keeper.clock.now() });
  await ledger.flush(keeper);
}

/** Lets a person prove that they want this, with their passkey on the bot's page or with a code typed here. Answers the wish's number. */
export async function proveAtHost(
  desk: HostDesk,
  given: { readonly who: AtHost; readonly wish: HostWish; readonly wantsCode: boolean },
): Promise<{ readonly id: number; readonly by: 'code' | 'page' }> {
  const { keeper } = desk;
  const { who, wish, wantsCode } = given;
  const { person } = who;
  if (wantsCode && !who.hasCodes) throw new CommandFailure(`${person.name} has no one-time codes that count already.`);
  const canSign = who.hasPasskey && !wantsCode && (await desk.isRunning());
  if (canSign) {
    const { id, url } = allowed(await wishOnPage(keeper, { person, wish }));
    tell(renderUnicodeCompact(url, { border: 1 }));
    tell(`${person.name} signs it on this page, within ten minutes:\n  ${url}`);
    return { id, by: 'page' };
  }
  if (!who.hasCodes) {
    throw new CommandFailure(
      `The bot is not running, and a passkey signs on its page; ${person.name} has no one-time codes. Start the bot, or stop the host: what does not run sends nothing.`,
    );
  }
  const code = await typedLine(`${person.name}, the code of your app: `);
  const id = await wishWithCode(keeper, { person, wish, code });
  if (isRefusal(id)) await noted(keeper, who, id);
  return { id: allowed(id), by: 'code' };
}
