/**
 * Every Web API method this face calls, with the bot scope it needs (Slack API docs, method pages, 2026). The manifest asks for
 * these scopes and no others, and `callSlack` takes no other method.
 */
export const methodScopes = {
  'auth.test': null,
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'usergroups.users.list': 'usergroups:read',
  'users.info': 'users:read',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
} as const;

export type SlackMethod = keyof typeof methodScopes;
