import { erinIs } from '../people/erin-is.ts';
import type { Sample } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { joining, keyFound, offboarding, reach, reachOwner, removing } from './people.ts';
import { bea, erin, heldOnWire, userOnWire } from './wire.ts';

/** One way through every operation of the family; the list of people stands with the common samples. */
export const samples: readonly Sample[] = [
  {
    operation: 'users.show',
    input: { user: erin },
    answers: {
      user: userOnWire(),
      roles: listOnWire(heldOnWire()),
      found: [keyFound],
      held: { issued: [], known: [] },
    },
  },
  {
    operation: 'users.whoami',
    input: {},
    answers: {
      held: { issued: [], known: [] },
      who: erinIs,
      present: listOnWire(userOnWire({ projects: null })),
      user: userOnWire(),
    },
  },
  { operation: 'users.set-role', input: { user: erin, role: 'owner' }, answers: reach },
  { operation: 'users.set-role', input: { user: bea, role: 'reader' }, answers: reachOwner },
  removing,
  joining,
  {
    operation: 'users.onboard',
    input: { email: 'marta@acme.example', role: 'reader', projects: ['search-dev'] },
    answers: { ...joining.answers, present: listOnWire() },
  },
  offboarding,
];
