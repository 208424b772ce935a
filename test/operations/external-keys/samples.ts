import type { Sample } from '../samples.ts';
import { listOnWire } from '../wire.ts';
import { clouds, registrations } from './registrations.ts';
import { externalKeyOnWire, projects, ref } from './wire.ts';

const billing = externalKeyOnWire('billing');

/** At least one way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'external-keys.list', input: {}, answers: { keys: listOnWire(billing), projects } },
  { operation: 'external-keys.show', input: { key: ref('billing') }, answers: { key: billing, projects } },
  ...clouds.map((cloud) => ({
    operation: `external-keys.register-${cloud}`,
    input: registrations[cloud],
    answers: { keys: listOnWire(billing) },
  })),
  { operation: 'external-keys.validate', input: { key: ref('billing') }, answers: { key: billing, projects } },
  { operation: 'external-keys.remove', input: { key: ref('billing') }, answers: { key: billing, projects } },
];
