import { Argument, Command } from 'commander';
import { hostPerson } from '#workflow/host/host-person.ts';
import { type ScopeWord, scopeNamed, scopeWords } from '#workflow/host/scope-named.ts';
import { reasonProblem } from '#workflow/check-input.ts';
import { CommandFailure } from '../command-failure.ts';
import { allowed } from '../host/allowed.ts';
import { awaitAsk } from '../host/await-answer.ts';
import { proveAtHost } from '../host/prove-at-host.ts';
import { type HostDesk, withKeeper } from '../host/with-keeper.ts';
import { print } from '../print.ts';

interface Options {
  readonly as: string;
  readonly reason: string;
  readonly code?: boolean;
  readonly json?: boolean;
}

interface Typed {
  readonly what: ScopeWord;
  readonly which: string | undefined;
  readonly options: Options;
}

// As long as the page is open.
const SIGN_SECONDS = 600;

export function freezeCommand(): Command {
  return new Command('freeze')
    .description(
      'Stop what was approved from being carried out, at once, also while the bot or Slack is down; two people thaw it in Slack',
    )
    .addArgument(new Argument('[what]', 'how much').choices(scopeWords).default('all'))
    .argument('[which]', 'a person, a project or an operation (keys.issue or keys.*)')
    .requiredOption('--as <person>', 'who you are, by your name in the policy; you prove it with a passkey or a code')
    .requiredOption('--reason <why>', 'why; everybody reads it')
    .option('--code', 'with a one-time code, also if you have a passkey')
    .option('--json', 'the outcome as one JSON object')
    .action((what: ScopeWord, which: string | undefined, options: Options) =>
      withKeeper((desk) => freeze(desk, { what, which, options })),
    );
}

async function freeze(desk: HostDesk, { what, which, options }: Typed): Promise<void> {
  const { keeper } = desk;
  const why = options.reason.trim();
  const problem = reasonProblem(why);
  if (problem !== null) throw new CommandFailure(problem);
  const who = allowed(await hostPerson(keeper, options.as));
  const scope = allowed(await scopeNamed(keeper, what, which));
  const wish = { does: 'freeze', scope, why } as const;
  const { id } = await proveAtHost(desk, { who, wish, wantsCode: options.code === true });
  const { answer } = await awaitAsk(keeper, id, { isEnough: (ask) => ask.answer !== null, seconds: SIGN_SECONDS });
  if (answer === null) throw new CommandFailure('Nobody signed it in time, so nothing was frozen.');
  if (answer.outcome === 'refused') throw new CommandFailure(answer.sentence);
  print(options.json === true ? JSON.stringify(answer) : answer.sentence);
}
