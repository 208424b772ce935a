import type { Operation } from '../operation.ts';

export const costOperations: readonly Operation[] = [];
