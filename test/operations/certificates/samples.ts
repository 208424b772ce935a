import { searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { certificateOnWire, fakePem, ref, singleOnWire } from './wire.ts';

const old = certificateOnWire('workloads 2026', { active: true });
const young = certificateOnWire('workloads 2027');
const certificates = listOnWire(old, young);

/** At least one way through every operation of the family. */
export const samples: readonly Sample[] = [
  { operation: 'certificates.list', input: {}, answers: { certificates } },
  { operation: 'certificates.list-project', input: { project: searchDev }, answers: { certificates } },
  {
    operation: 'certificates.show',
    input: { certificate: ref('workloads 2026') },
    answers: { certificate: singleOnWire('workloads 2026', null), certificates },
  },
  {
    operation: 'certificates.upload',
    input: { name: 'workloads 2028', certificate: fakePem },
    answers: { certificates },
  },
  {
    operation: 'certificates.rename',
    input: { certificate: ref('workloads 2026'), name: 'until 2027' },
    answers: { certificates },
  },
  {
    operation: 'certificates.delete',
    input: { certificate: ref('workloads 2027') },
    answers: { certificate: singleOnWire('workloads 2027', fakePem), certificates },
  },
  { operation: 'certificates.activate', input: { certificate: ref('workloads 2027') }, answers: { certificates } },
  { operation: 'certificates.deactivate', input: { certificate: ref('workloads 2026') }, answers: { certificates } },
  {
    operation: 'certificates.activate-project',
    input: { project: searchDev, certificate: ref('workloads 2027') },
    answers: { project: projectOnWire(), certificates },
  },
  {
    operation: 'certificates.deactivate-project',
    input: { project: searchDev, certificate: ref('workloads 2026') },
    answers: { project: projectOnWire(), certificates },
  },
];
