import type { Journey } from '../journey.ts';
import { invitesIn } from '../users/look.ts';

export const journeys: readonly Journey[] = [
  {
    operation: 'invites.send',
    words: 'viktor@acme.example --projects search-dev,playground:owner',
    inverse: 'partial',
    look: invitesIn,
  },
  {
    operation: 'invites.withdraw',
    words: 'marta@acme.example',
    inverse: 'recreate',
    look: invitesIn,
  },
];
