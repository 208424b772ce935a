/** What went wrong in words; Slack's own code follows where it helps whoever builds the bot. */
const WORDS: Readonly<Record<string, string>> = {
  operation_timeout: 'the app did not answer within 3 seconds (operation_timeout)',
  dispatch_failed: 'the app could not be reached (dispatch_failed)',
  invalid_command: 'there is no such command',
  not_in_channel: 'this person is not a member of the channel',
  app_not_installed: 'the app is not installed where this person belongs',
  account_inactive: 'this account is deactivated',
  element_not_found: 'it is no longer there',
  is_archived: 'the channel is archived',
};

export function failureWords(what: string, failed: string): string {
  return `${what} did not work: ${WORDS[failed] ?? failed.replaceAll('_', ' ')}.`;
}
