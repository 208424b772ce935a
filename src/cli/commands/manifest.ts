import { Command } from 'commander';
import { stringify } from 'yaml';
import { manifest } from '#slack/manifest.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';

/** Slack's own rule for names of commands (Slack API docs, "Slash commands", 2026). */
const commandPattern = /^\/[a-z0-9_-]{1,31}$/;

export interface ManifestFlags {
  readonly command: string;
  readonly http?: string;
}

/** The manifest as YAML. @throws CommandFailure for a name or an address that Slack would refuse */
export function manifestText({ command, http }: ManifestFlags): string {
  if (!commandPattern.test(command)) {
    throw new CommandFailure(
      `“${command}” cannot be a command. Write it like /openai: a slash, then lower-case letters.`,
      exitCodes.usage,
    );
  }
  if (http === undefined) return stringify(manifest({ command }), { lineWidth: 0 });
  if (!URL.canParse(http) || new URL(http).protocol !== 'https:') {
    throw new CommandFailure(`“${http}” is not an https address. Slack posts to no other.`, exitCodes.usage);
  }
  const { origin, pathname } = new URL(http);
  const httpUrl = pathname === '/' ? `${origin}/slack/events` : `${origin}${pathname}`;
  return stringify(manifest({ command, httpUrl }), { lineWidth: 0 });
}

export function manifestCommand(): Command {
  return new Command('manifest')
    .description('Print the manifest of the Slack app, to create it from at api.slack.com/apps')
    .option('--command <name>', 'name of the slash command', '/openai')
    .option('--http <url>', 'for an app that Slack posts to, at https://…/slack/events; Socket Mode without it')
    .action((flags: ManifestFlags) => {
      process.stdout.write(manifestText(flags));
    });
}
