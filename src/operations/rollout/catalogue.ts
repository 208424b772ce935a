import type { Operation } from '../operation.ts';
import { holdOperations } from './hold.ts';
import { listRollout } from './list.ts';
import { openOperations } from './open.ts';

export const rolloutOperations: readonly Operation[] = [listRollout, openOperations, holdOperations];
