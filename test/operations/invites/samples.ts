import type { Sample } from '../samples.ts';
import { projects } from '../users/people.ts';
import { inviteOnWire } from '../users/wire.ts';
import { listOnWire } from '../wire.ts';

export const marta = { invite: { id: 'invite_marta', name: 'marta@acme.example' } } as const;

export const sending = {
  operation: 'invites.send',
  input: { email: 'wanda@acme.example', role: null, projects: ['search-dev', 'playground:owner'] },
  answers: { present: listOnWire(), earlier: listOnWire(inviteOnWire()), projects },
} as const;

/** One way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'invites.list', input: { accepted: null }, answers: { invites: listOnWire(inviteOnWire()), projects } },
  { operation: 'invites.show', input: marta, answers: { invite: inviteOnWire(), projects } },
  sending,
  { operation: 'invites.withdraw', input: marta, answers: { invite: inviteOnWire(), projects } },
];
