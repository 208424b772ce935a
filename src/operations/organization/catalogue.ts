import type { Operation } from '../operation.ts';
import { takeCensus } from './census.ts';
import { callDoctor } from './doctor.ts';
import { searchOrganization } from './search.ts';
import { showStatus } from './status.ts';

export const organizationOperations: readonly Operation[] = [takeCensus, searchOrganization, showStatus, callDoctor];
