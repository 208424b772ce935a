import type { Journey } from '../journey.ts';
import { membersIn, searchDev } from '../users/look.ts';

export const journeys: readonly Journey[] = [
  {
    operation: 'members.add',
    words: 'search-dev --user mei@acme.example --role member',
    inverse: 'exact',
    look: (get) => membersIn(get, searchDev),
  },
  {
    operation: 'members.set-role',
    words: 'search-dev --user jonas@acme.example --role owner',
    inverse: 'exact',
    look: (get) => membersIn(get, searchDev),
  },
  {
    operation: 'members.remove',
    words: 'search-dev --user noor@acme.example',
    inverse: 'exact',
    look: (get) => membersIn(get, searchDev),
  },
];
