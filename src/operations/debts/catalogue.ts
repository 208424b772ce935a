import type { Operation } from '../operation.ts';
import { closeDebt } from './close.ts';
import { listDebts } from './list.ts';

export const debtOperations: readonly Operation[] = [listDebts, closeDebt];
