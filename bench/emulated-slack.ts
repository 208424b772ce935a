import { readFileSync } from 'node:fs';
import { readWorkspaceSeed } from '#sandbox/slack/seed/read-workspace-seed.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';

// An emulated Slack in a process of its own, for trying a bot that does not share one with it. Prints the settings that such a bot
// needs, as lines of an environment file, and runs until it is ended.

const seed = readWorkspaceSeed(readFileSync(new URL('../data/sandbox/workspace.json', import.meta.url), 'utf8'));
const slack = await startSlackEmulator({ nowMs: Date.now, seed, delivery: { mode: 'socket' } });
const settings = {
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  COUNTERSIGN_ALLOW_OTHER_HOST: '1',
};
for (const [name, value] of Object.entries(settings)) process.stdout.write(`${name}=${value}\n`);
