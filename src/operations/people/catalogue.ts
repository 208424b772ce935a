import type { Operation } from '../operation.ts';
import { adoptPeople } from './adopt.ts';
import { bindPeople } from './bind.ts';
import { listPeople } from './list.ts';
import { proposePeople } from './propose.ts';

export const peopleOperations: readonly Operation[] = [listPeople, proposePeople, adoptPeople, bindPeople];
