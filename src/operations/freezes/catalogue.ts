import type { Operation } from '../operation.ts';
import { freeze } from './freeze.ts';
import { listFreezes } from './list.ts';
import { thaw } from './thaw.ts';

export const freezeOperations: readonly Operation[] = [listFreezes, freeze, thaw];
