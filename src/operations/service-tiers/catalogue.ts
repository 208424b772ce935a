import type { Operation } from '../operation.ts';
import { setServiceTiers } from './set.ts';
import { showServiceTiers } from './show.ts';

export const serviceTierOperations: readonly Operation[] = [showServiceTiers, setServiceTiers];
