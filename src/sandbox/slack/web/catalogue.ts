import type { ApiMethod } from './method.ts';
import { apps } from './methods/apps.ts';
import { auth } from './methods/auth.ts';
import { chat } from './methods/chat.ts';
import { conversations } from './methods/conversations.ts';
import { files } from './methods/files.ts';
import { history } from './methods/history.ts';
import { userGroups } from './methods/user-groups.ts';
import { users } from './methods/users.ts';
import { views } from './methods/views.ts';

/** Every Web API method of this Slack, by name. A new family is one file and one line here. */
export const METHODS: ReadonlyMap<string, ApiMethod> = new Map(
  [auth, apps, chat, conversations, history, files, userGroups, users, views]
    .flat()
    .map((method) => [method.name, method]),
);
