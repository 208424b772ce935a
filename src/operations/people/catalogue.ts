import type { Operation } from '../operation.ts';
import { adoptPeople } from './adopt.ts';
import { bindPeople } from './bind.ts';
import { listPeople } from './list.ts';
import { proposePeople } from './propose.ts';
import { showPerson } from './show.ts';

export const peopleOperations: readonly Operation[] = [listPeople, showPerson, proposePeople, adoptPeople, bindPeople];
