/**
 * Every Web API method this face calls, with the bot scopes it needs (Slack API docs, method pages, 2026). The manifest asks for
 * these scopes and no others, and `callSlack` takes no other method.
 */
export const methodScopes = {
  // With the app-level token, whose scope the manifest does not speak of.
  'apps.connections.open': [],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // A public channel needs the one, a private one the other.
  'conversations.info': ['channels:read', 'groups:read'],
  // The list that somebody asked for as a file, into their own conversation with the bot.
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  // Addresses propose who is who; nothing is ever allowed because of one.
  'users.list': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SlackMethod = keyof typeof methodScopes;
