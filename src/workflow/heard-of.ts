import type { Heard } from './heard.ts';
import { hearConnections } from './hear-connections.ts';
import type { House } from './house.ts';
import { refuseShared } from './refuse-shared.ts';
import { watchPeople } from './watch-people.ts';
import { watchGroups } from './watch-groups.ts';

/** Notes what Slack told: whoever was deactivated or joined the workspace anew begins anew in every group. */
export async function heardOf(house: House, heard: Heard): Promise<void> {
  switch (heard.of) {
    case 'account':
      if (house.bindings.people.some(({ accounts }) => accounts.some(({ slackId }) => slackId === heard.slackId)))
        await watchPeople(house);
      if (heard.is !== 'changed') await house.store.transact((tx) => tx.groups.forgetMember(heard.slackId));
      return;
    case 'group':
      return watchGroups(house, heard.slackGroup);
    case 'connections':
      return hearConnections(house, heard.count);
    case 'shared-channel':
      return refuseShared(house, heard);
  }
}
