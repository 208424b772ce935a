import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { type Answers, type Given, questions, readAnswers } from '../init/answers.ts';
import { envFile } from '../init/env-file.ts';
import { firstPolicy } from '../init/first-policy.ts';
import { print } from '../print.ts';

const SHIPPED_POLICY = fileURLToPath(new URL('../../../data/policy.yml', import.meta.url));

/** Paths inside the folder that is set up, as they are written into its `.env`. */
const MAC_KEY = join('data', 'keys', 'mac.key');
const SEAL_KEY = join('data', 'keys', 'seal.key');
const POLICY = join('data', 'policy.local.yml');

// The output of HMAC-SHA-256, which is what the key is for.
const MAC_KEY_BYTES = 32;
// AES-256, which seals the seeds of one-time codes.
const SEAL_KEY_BYTES = 32;

export function initCommand(): Command {
  const command = new Command('init')
    .description('Make two keys, a first .env and a first policy; nothing that exists is changed')
    .option('--dir <folder>', 'where to make them', '.');
  for (const { flag, value, about } of questions) command.option(`--${flag} <${value}>`, about);
  return command.action((options: Readonly<Record<string, string>>) => {
    const given = questions
      .flatMap(({ flag }) => [[flag, options[camelCase(flag)]]])
      .filter(([, text]) => text !== undefined);
    const answers = readAnswers(Object.fromEntries(given) as Given);
    if ('problems' in answers) throw new CommandFailure(answers.problems.join('\n'), exitCodes.usage);
    init(options['dir'] ?? '.', answers);
  });
}

const camelCase = (flag: string): string => flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function init(folder: string, answers: Answers): void {
  const existing = ['.env', POLICY].find((path) => existsSync(join(folder, path)));
  if (existing !== undefined) {
    throw new CommandFailure(
      `${join(folder, existing)} exists and is not changed. Move it away first, or edit it by hand.`,
    );
  }
  const policy = firstPolicy(readFileSync(SHIPPED_POLICY, 'utf8'), answers);
  const keys = [
    { path: join(folder, MAC_KEY), bytes: MAC_KEY_BYTES },
    { path: join(folder, SEAL_KEY), bytes: SEAL_KEY_BYTES },
  ].map((key) => `${writeKey(key)} ${key.path}.`);
  write(join(folder, POLICY), policy.text, 0o644);
  write(join(folder, '.env'), envFile({ macKey: MAC_KEY, sealKey: SEAL_KEY, policy: POLICY }), 0o600);
  print(`${keys.join(' ')} Made ${join(folder, POLICY)} and ${join(folder, '.env')}.`);
  for (const line of nextSteps(folder, policy.open)) print(line);
}

/** A key that exists is kept: buttons in Slack were made with it, and seeds sealed. It is never shown. */
function writeKey({ path, bytes }: { readonly path: string; readonly bytes: number }): 'Made' | 'Kept' {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(path)) return 'Kept';
  write(path, `${randomBytes(bytes).toString('base64')}\n`, 0o600);
  return 'Made';
}

/** `wx` is what keeps the promise: even a file that appeared since we looked is not overwritten. */
function write(path: string, text: string, mode: number): void {
  writeFileSync(path, text, { flag: 'wx', mode });
}

function nextSteps(folder: string, open: readonly string[]): readonly string[] {
  const start =
    resolve(folder) === resolve('.') ? 'Start with `npm start`' : `Start the bot in ${folder}, where it finds its .env`;
  const steps = [
    'Create the Slack app from manifest.yml at api.slack.com/apps and install it in your workspace.',
    `Put its tokens into ${join(folder, '.env')}.`,
    ...(open.length === 0
      ? []
      : [`Fill in ${join(folder, POLICY)}:\n${open.map((question) => `     - ${question}`).join('\n')}`]),
    'Invite the app into the channels of the policy.',
    `${start}. Without an OpenAI key that is practice mode: nothing real changes.`,
  ];
  return ['', 'Next:', ...steps.map((step, i) => `  ${i + 1}. ${step}`), '', 'docs/install.md explains each step.'];
}
