import type { Operation } from '../operation.ts';
import { endOrder } from './end.ts';
import { listOrders } from './list.ts';
import { proposeOrder } from './propose.ts';
import { showOrder } from './show.ts';

export const orderOperations: readonly Operation[] = [listOrders, showOrder, proposeOrder, endOrder];
