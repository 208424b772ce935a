import { Command } from 'commander';
import { holdsRawKey } from '#domain/raw-key.ts';
import { shortRequestId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import { parseWords } from '#slack/commands/parse-command.ts';
import { reasonProblem } from '#workflow/check-input.ts';
import { hostPerson } from '#workflow/host/host-person.ts';
import type { HostAsk, HostWish } from '#workflow/ports/host-asks.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { allowed } from '../host/allowed.ts';
import { awaitAsk } from '../host/await-answer.ts';
import { proveAtHost } from '../host/prove-at-host.ts';
import { type HostDesk, withKeeper } from '../host/with-keeper.ts';
import { print } from '../print.ts';

interface Options {
  readonly as: string;
  readonly reason: string;
  readonly confirm?: string;
  readonly code?: boolean;
  readonly json?: boolean;
}

const EXIT_WAITING = 2;
// As long as the page is open; and what one request may need to be planned, several reads at OpenAI's pace included.
const SIGN_SECONDS = 600;
const ANSWER_SECONDS = 90;

export function askCommand(): Command {
  return new Command('ask')
    .description(
      `Ask for a change as in Slack, with the same flags; it is decided in Slack. Exit code ${EXIT_WAITING}: the bot has not taken it up yet`,
    )
    .argument('<operation>', 'such as keys.revoke; countersign operations lists them')
    .argument('[words...]', 'what the operation takes, as in Slack: names and --flags')
    .allowUnknownOption()
    .requiredOption('--as <person>', 'who you are, by your name in the policy; you prove it with a passkey or a code')
    .requiredOption('--reason <why>', 'why; the approvers read it')
    .option('--confirm <name>', 'the name of what is in production, where it has to be typed')
    .option('--code', 'with a one-time code, also if you have a passkey')
    .option('--json', 'the outcome as one JSON object')
    .action((operation: string, words: readonly string[], options: Options) => {
      const wish = wishOf(operation, words, options);
      return withKeeper((desk) => ask(desk, wish, options));
    });
}

const misunderstood = (sentence: string) => new CommandFailure(sentence, exitCodes.usage);

function wishOf(operation: string, words: readonly string[], options: Options): HostWish {
  if ([operation, options.reason, ...words].some(holdsRawKey))
    throw misunderstood('This holds what looks like a secret key. Name a key by its name, id or redacted value.');
  const tokens = [...operation.split('.'), ...words].map((text, at) => ({ text, column: at + 1, quoted: false }));
  const parsed = parseWords(tokens, catalogue);
  switch (parsed.kind) {
    case 'problem':
      throw misunderstood(parsed.sentence);
    case 'menu':
    case 'help':
    case 'unknown':
      throw misunderstood(`There is no operation “${operation}”. countersign operations lists what there is.`);
    case 'run':
      break;
  }
  const { id, kind } = parsed.operation;
  if (kind === 'stop') throw misunderstood('What stops things is not asked for: see countersign freeze --help.');
  if (kind === 'read') throw misunderstood(`${id} reads, and reads are asked for in Slack.`);
  if (parsed.emergency !== null) throw misunderstood('Glass is broken in Slack, in front of everybody, not here.');
  if (parsed.confidential)
    throw misunderstood('What is confidential is asked for in Slack: what is asked here stands in the chain at once.');
  const reason = options.reason.trim();
  const problem = reasonProblem(reason);
  if (problem !== null) throw misunderstood(problem);
  const { words: given, when } = parsed;
  return { does: 'ask', operation: id, words: given, reason, when, typedName: options.confirm ?? null };
}

async function ask(desk: HostDesk, wish: HostWish, options: Options): Promise<void> {
  const { keeper } = desk;
  const who = allowed(await hostPerson(keeper, options.as));
  const { id, by } = await proveAtHost(desk, { who, wish, wantsCode: options.code === true });
  if (by === 'page') {
    const { proof } = await awaitAsk(keeper, id, { isEnough: (one) => one.proof !== null, seconds: SIGN_SECONDS });
    if (proof === null) throw new CommandFailure('Nobody signed it in time, so nothing was asked for.');
  }
  const seconds = (await desk.isRunning()) ? ANSWER_SECONDS : 0;
  const asked = await awaitAsk(keeper, id, { isEnough: ({ answer }) => answer !== null, seconds });
  say(asked, seconds > 0, options);
}

const waiting = ({ isTaken }: HostAsk, isRunning: boolean): string =>
  isTaken
    ? 'The bot has taken it up and has not answered yet. Look in Slack, where it will write to you.'
    : isRunning
      ? 'The bot runs and has not taken it up yet. It will within the hour, or forget it.'
      : 'The bot is not running. It will be asked at its next start, or forgotten after an hour.';

function say(asked: HostAsk, isRunning: boolean, { json }: Options): void {
  const { answer } = asked;
  const id = answer?.requestId ?? null;
  const code = id === null ? null : shortRequestId(id);
  if (json === true) print(JSON.stringify({ ...(answer ?? { outcome: 'waiting' }), code }));
  else if (answer?.outcome === 'done') print(answer.sentence);
  if (answer === null) throw new CommandFailure(waiting(asked, isRunning), EXIT_WAITING);
  if (answer.outcome === 'refused') throw new CommandFailure(answer.sentence);
}
