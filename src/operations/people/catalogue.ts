import type { Operation } from '../operation.ts';
import { bindPeople } from './bind.ts';
import { listPeople } from './list.ts';

export const peopleOperations: readonly Operation[] = [listPeople, bindPeople];
