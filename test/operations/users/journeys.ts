import type { Journey } from '../journey.ts';
import { dataScience, invitesIn, membersIn, peopleIn, playground, searchDev, supportBot, valuesIn } from './look.ts';

export const journeys: readonly Journey[] = [
  {
    operation: 'users.set-role',
    words: 'ines@acme.example --role reader',
    inverse: 'exact',
    look: peopleIn,
  },
  {
    operation: 'users.set-role',
    words: 'priya@acme.example --role owner',
    inverse: 'exact',
    look: peopleIn,
  },
  {
    operation: 'users.remove',
    words: 'mei@acme.example',
    inverse: 'partial',
    look: async (get) => [await peopleIn(get), await invitesIn(get)],
  },
  {
    operation: 'users.onboard',
    words: 'mei@acme.example --projects search-dev,playground:owner',
    inverse: 'exact',
    look: async (get) => [await membersIn(get, searchDev), await membersIn(get, playground)],
  },
  {
    operation: 'users.onboard',
    words: 'Wanda@acme.example --role reader --projects search-dev',
    inverse: 'partial',
    look: invitesIn,
  },
  {
    operation: 'users.offboard',
    words: 'jonas@acme.example --successor priya@acme.example',
    inverse: 'partial',
    look: async (get) => [
      await peopleIn(get),
      await invitesIn(get),
      await valuesIn(get, `/organization/projects/${searchDev}/api_keys`, ['name']),
    ],
  },
  {
    operation: 'users.offboard',
    words: 'mei@acme.example --successor priya@acme.example',
    inverse: 'partial',
    look: async (get) => [await peopleIn(get), await invitesIn(get), await membersIn(get, supportBot)],
  },
  {
    operation: 'users.offboard',
    words: 'lena@acme.example',
    inverse: 'partial',
    look: (get) => membersIn(get, dataScience),
  },
  {
    operation: 'users.offboard',
    words: 'noor@acme.example --from search-dev',
    inverse: 'exact',
    look: (get) => membersIn(get, searchDev),
  },
];
