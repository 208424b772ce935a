import type { Operation } from '../operation.ts';
import { tryPolicy } from './can.ts';

export const policyOperations: readonly Operation[] = [tryPolicy];
