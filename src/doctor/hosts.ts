const SLACK = 'slack.com';
// Where files go, where answers to a click go, and where Socket Mode connects to (Slack API docs, 2026).
const BESIDE_SLACK = ['files.slack.com', 'hooks.slack.com', 'wss-primary.slack.com'];

/** Every host that an installation with these addresses connects to. */
export function hostsOf(slackApiUrl: string, openaiUrl: string | null): readonly string[] {
  const slack = new URL(slackApiUrl).hostname;
  return [
    slack,
    ...(slack === SLACK ? BESIDE_SLACK : []),
    ...(openaiUrl === null ? [] : [new URL(openaiUrl).hostname]),
  ];
}
