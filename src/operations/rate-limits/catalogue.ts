import type { Operation } from '../operation.ts';
import { listRateLimits } from './list.ts';
import { setRateLimits } from './set.ts';

export const rateLimitOperations: readonly Operation[] = [listRateLimits, setRateLimits];
