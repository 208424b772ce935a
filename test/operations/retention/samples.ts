import { searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { projectOnWire } from '../wire.ts';

const own = { object: 'project.data_retention', type: 'organization_default' };
const organization = { object: 'organization.data_retention', type: 'modified_abuse_monitoring' };

export const samples: readonly Sample[] = [
  { operation: 'retention.show', input: { project: searchDev }, answers: { own, organization } },
  {
    operation: 'retention.set',
    input: { project: searchDev, control: 'zero-data-retention' },
    answers: { project: projectOnWire(), own, organization },
  },
  { operation: 'retention.show-organization', input: {}, answers: { organization: null } },
  { operation: 'retention.set-organization', input: { control: 'zero-data-retention' }, answers: { organization } },
];
