import { type Check, fail, ok, warn } from '../check.ts';

export const reach: Check = {
  id: 'reach',
  title: 'The way from Slack to the bot',
  run: async ({ workspace }) => {
    if (workspace === null) return warn('Slack is not configured.', 'Set SLACK_BOT_TOKEN first.');
    const seen = await workspace.reach();
    switch (seen.kind) {
      case 'reached':
        return ok(`${seen.how}: what people do in Slack arrives.`);
      case 'unasked':
        return warn(
          'HTTP, and nobody has said under which address Slack finds the bot.',
          'Set COUNTERSIGN_PUBLIC_URL to the origin of the request URL in the app’s manifest.',
        );
      case 'unreached':
        return fail(
          'reads',
          `${seen.how}: ${seen.why}`,
          seen.how === 'HTTP'
            ? 'Start the bot, and let the reverse proxy pass POST /slack/events on unchanged.'
            : 'Make an app-level token with the scope connections:write, and set SLACK_APP_TOKEN.',
        );
    }
  },
};
