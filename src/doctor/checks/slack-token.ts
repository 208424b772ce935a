import { type Check, fail, ok, warn } from '../check.ts';

export const slackToken: Check = {
  id: 'slack-token',
  title: 'Slack token and scopes',
  run: async ({ workspace, neededScopes }) => {
    if (workspace === null) return warn('Slack is not configured.', 'Set SLACK_BOT_TOKEN; docs/install.md says how.');
    const identity = await workspace.identity();
    if ('error' in identity) {
      return fail(
        'reads',
        `Slack refused the bot token (${identity.error}).`,
        'Copy it again from the app’s “OAuth & Permissions” page.',
      );
    }
    const missing = neededScopes.filter((scope) => !identity.scopes.includes(scope));
    const more = identity.scopes.filter((scope) => !neededScopes.includes(scope));
    if (missing.length > 0) {
      return fail(
        'routine',
        `The token lacks ${missing.join(', ')}.`,
        'Update the app from manifest.yml and install it again: https://api.slack.com/apps → your app → Install App.',
      );
    }
    if (more.length > 0)
      return warn(`The token may do more than it needs: ${more.join(', ')}.`, 'Update the app from manifest.yml.');
    return ok(`Workspace ${identity.teamId}, ${identity.scopes.length} scopes, none too many.`);
  },
};
