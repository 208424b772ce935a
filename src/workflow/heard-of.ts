import type { SlackUserId } from '#domain/ids.ts';
import type { House } from './house.ts';
import { watchGroups } from './watch-groups.ts';

/** What Slack told by itself. Nobody asks for anything by it, and it can only take away. */
export type Heard =
  | { readonly of: 'account'; readonly slackId: SlackUserId; readonly is: 'changed' | 'gone' | 'new' }
  | { readonly of: 'group'; readonly slackGroup: string };

/** Notes what Slack told: whoever was deactivated or joined the workspace anew begins anew in every group. */
export async function heardOf(house: House, heard: Heard): Promise<void> {
  switch (heard.of) {
    case 'account':
      if (heard.is !== 'changed') await house.store.transact((tx) => tx.groups.forgetMember(heard.slackId));
      return;
    case 'group':
      return watchGroups(house, heard.slackGroup);
  }
}
