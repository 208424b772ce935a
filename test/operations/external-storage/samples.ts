import type { Sample } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { clouds, registrations } from './registrations.ts';
import { projects, ref, retentionOnWire, storageOnWire } from './wire.ts';

const storage = storageOnWire('acme-search');
const input = { storage: ref('acme-search') };
const project = projectOnWire();

/** At least one way through every operation of the family. */
export const samples: readonly Sample[] = [
  {
    operation: 'external-storage.list',
    input: { project: registrations.aws.project },
    answers: { storages: listOnWire(storage), projects },
  },
  { operation: 'external-storage.show', input, answers: { storage, projects } },
  ...clouds.map((cloud) => ({
    operation: `external-storage.register-${cloud}`,
    input: registrations[cloud],
    answers: { project, storages: listOnWire(storageOnWire('acme-old')), retention: retentionOnWire },
  })),
  { operation: 'external-storage.validate', input, answers: { storage, project } },
  {
    operation: 'external-storage.remove',
    input,
    answers: { storage, project, storages: listOnWire(storage), retention: retentionOnWire },
  },
];
